import type { Location } from '../diagnostics/location.ts';
import type {
  Contract,
  EventContract,
  EventOperation,
  HttpContract,
  HttpOperation,
  MediaType,
  Message,
} from './model.ts';
import { oncePer } from './once-per.ts';
import type { Schema } from './schema.ts';

/** `input` is what the described application accepts, `output` what it emits. */
export type Direction = 'input' | 'output';

/** A schema where an operation or a message uses it. */
export interface SchemaUse {
  readonly schema: Schema;
  readonly direction: Direction;
  /** Of the object that holds the schema. */
  readonly location: Location;
  /** For messages: `query parameter "limit" of GET /pets`. */
  readonly what: string;
}

/** Every schema that hangs on an operation or a message, references within not followed. */
export const schemaUses: (contract: Contract) => readonly SchemaUse[] = oncePer((contract: Contract) => [
  ...(contract.kind === 'http' ? httpUses(contract) : eventUses(contract)),
]);

function* httpUses(contract: HttpContract): Iterable<SchemaUse> {
  for (const { operation, direction } of everyRequest(contract)) yield* operationUses(operation, direction);
}

/** An operation with the direction of its requests. */
export interface DirectedOperation {
  readonly operation: HttpOperation;
  /** `input` for what the service receives; `output` for webhooks and callbacks, which it sends. */
  readonly direction: Direction;
}

/** The operations of paths, webhooks and callbacks, each once in each direction. */
export const everyRequest: (contract: HttpContract) => readonly DirectedOperation[] = oncePer(findRequests);

function findRequests(contract: HttpContract): readonly DirectedOperation[] {
  const found: DirectedOperation[] = [];
  const seen: Record<Direction, Set<HttpOperation>> = { input: new Set(), output: new Set() };
  const waiting: DirectedOperation[] = [
    ...contract.operations.map((operation) => ({ operation, direction: 'input' as const })),
    ...contract.webhooks.map((operation) => ({ operation, direction: 'output' as const })),
  ];
  for (const directed of waiting) {
    const { operation, direction } = directed;
    if (seen[direction].has(operation)) continue;
    seen[direction].add(operation);
    found.push(directed);
    for (const callback of operation.callbacks) {
      waiting.push(...callback.operations.map((each) => ({ operation: each, direction: flip(direction) })));
    }
  }
  return found;
}

function* operationUses(operation: HttpOperation, direction: Direction): Iterable<SchemaUse> {
  const of = `of ${operation.method.toUpperCase()} ${operation.path}`;
  for (const { name, in: place, schema, content, location } of operation.parameters) {
    yield* carried(
      { schema, content: content === undefined ? [] : [content], location },
      direction,
      `${place} parameter "${name}" ${of}`,
    );
  }
  if (operation.requestBody !== undefined) {
    yield* carried({ schema: undefined, ...operation.requestBody }, direction, `request body ${of}`);
  }
  for (const { status, headers, content, location } of operation.responses) {
    const what = `response ${status} ${of}`;
    yield* carried({ schema: undefined, content, location }, flip(direction), what);
    for (const header of headers) yield* headerUses(header, flip(direction), what);
  }
}

interface Carrier {
  readonly schema: Schema | undefined;
  readonly content: readonly MediaType[];
  readonly location: Location;
}

function* carried({ schema, content, location }: Carrier, direction: Direction, what: string): Iterable<SchemaUse> {
  if (schema !== undefined) yield { schema, direction, location, what };
  for (const mediaType of content) {
    const whole = `${mediaType.name} ${what}`;
    const { schema: own, itemSchema, location: at } = mediaType;
    if (own !== undefined) yield { schema: own, direction, location: at, what: whole };
    if (itemSchema !== undefined) yield { schema: itemSchema, direction, location: at, what: `item of ${whole}` };
    for (const [property, { headers }] of mediaType.encoding) {
      for (const header of headers) yield* headerUses(header, direction, `part "${property}" of ${whole}`);
    }
  }
}

function headerUses(
  header: HttpOperation['responses'][number]['headers'][number],
  direction: Direction,
  of: string,
): Iterable<SchemaUse> {
  const { schema, content, location, name } = header;
  return carried(
    { schema, content: content === undefined ? [] : [content], location },
    direction,
    `header "${name}" of ${of}`,
  );
}

function* eventUses(contract: EventContract): Iterable<SchemaUse> {
  for (const operation of contract.operations) yield* eventOperationUses(operation);
}

function* eventOperationUses(operation: EventOperation): Iterable<SchemaUse> {
  const direction: Direction = operation.action === 'receive' ? 'input' : 'output';
  const of = `of operation "${operation.name}"`;
  for (const { schema, location, name } of operation.channel.parameters) {
    if (schema !== undefined) yield { schema, direction, location, what: `channel parameter "${name}" ${of}` };
  }
  for (const message of operation.messages) yield* messageUses(message, direction, of);
  for (const message of operation.reply?.messages ?? []) {
    yield* messageUses(message, flip(direction), `of the reply ${of}`);
  }
}

function* messageUses(message: Message, direction: Direction, of: string): Iterable<SchemaUse> {
  const { payload, headers, location, name } = message;
  if (payload !== undefined) yield { schema: payload, direction, location, what: `payload of message "${name}" ${of}` };
  if (headers !== undefined) yield { schema: headers, direction, location, what: `headers of message "${name}" ${of}` };
}

function flip(direction: Direction): Direction {
  return direction === 'input' ? 'output' : 'input';
}
