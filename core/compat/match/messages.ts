import type { Message } from '../../contract/model.ts';
import type { Schema, SchemaName } from '../../contract/schema.ts';
import { flatten } from '../schemas/flatten.ts';
import { type Matched, match } from './pairs.ts';

/** A message with the named schemas of its contract. */
export interface NamedMessage {
  readonly message: Message;
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
}

/** Pairs messages by name, else by CloudEvents type, else by the name of the payload's schema, else the last two left. */
export function matchMessages(before: readonly NamedMessage[], after: readonly NamedMessage[]): Matched<NamedMessage> {
  const found = match(before, after, [
    ({ message }) => message.name,
    eventTypeOf,
    ({ message }) => message.payload?.ref,
  ]);
  const [old, now] = [found.removed[0], found.added[0]];
  const alone = found.removed.length === 1 && found.added.length === 1;
  if (!alone || old === undefined || now === undefined || !madeUp(old.message) || !madeUp(now.message)) return found;
  return { pairs: [...found.pairs, [old, now]], removed: [], added: [] };
}

/** A name that only tells where the message stands says nothing about what it is. */
function madeUp({ name, key }: Message): boolean {
  return name === key;
}

/** The CloudEvents `type`, where the schemas of the payload (structured mode) or the headers (binary mode) fix it. */
export function eventTypeOf({ message, schemas }: NamedMessage): string | undefined {
  const inHeaders = ['ce_type', 'ce-type', 'cloudEvents_type', 'cloudEvents:type', 'type'];
  return (
    constantOf(message.headers, inHeaders, schemas) ?? constantOf(message.payload, ['type'], schemas, 'specversion')
  );
}

/** `beside` must be a property too: many payloads have a `type` that is no CloudEvents type. */
function constantOf(
  schema: Schema | undefined,
  names: readonly string[],
  schemas: ReadonlyMap<SchemaName, Schema>,
  beside?: string,
): string | undefined {
  if (schema === undefined) return undefined;
  const parts = flatten(schema, schemas);
  if (beside !== undefined && !parts.some(({ properties }) => properties?.has(beside) === true)) return undefined;
  for (const name of names) {
    for (const { properties } of parts) {
      const property = properties?.get(name);
      const values = property && flatten(property, schemas).find((part) => part.enum !== undefined)?.enum;
      const [only, second] = values ?? [];
      if (typeof only === 'string' && second === undefined) return only;
    }
  }
  return undefined;
}
