import type { Example, Header, HttpContract, HttpOperation, MediaType, Parameter } from '../../contract/model.ts';
import { type Direction, everyRequest } from '../../contract/walk.ts';
import type { Sample } from './sample.ts';

/** The examples of parameters, bodies and headers. */
export function* httpSamples(contract: HttpContract): Generator<Sample> {
  for (const { operation, direction } of everyRequest(contract)) {
    // A webhook is a request, but the service sends it: what readOnly means there nobody has written down.
    if (direction === 'input') yield* ofOperation(operation, { request: 'input', response: 'output' });
    else yield* ofOperation(operation, { request: undefined, response: undefined });
  }
}

interface Directions {
  readonly request: Direction | undefined;
  readonly response: Direction | undefined;
}

function* ofOperation(operation: HttpOperation, { request, response }: Directions): Generator<Sample> {
  for (const parameter of operation.parameters) yield* ofParameter(parameter, request);
  for (const mediaType of operation.requestBody?.content ?? []) yield* ofMediaType(mediaType, request);
  for (const { headers, content } of operation.responses) {
    for (const header of headers) yield* ofParameter(header, response);
    for (const mediaType of content) yield* ofMediaType(mediaType, response);
  }
}

function* ofParameter(parameter: Parameter | Header, direction: Direction | undefined): Generator<Sample> {
  const { schema, content, examples } = parameter;
  if (content !== undefined) yield* ofMediaType(content, direction);
  if (schema === undefined) return;
  for (const { value, location } of examples) {
    if (value !== undefined) yield { value, location, schema, direction, maybeEncoded: true, binding: false };
  }
}

function* ofMediaType(mediaType: MediaType, direction: Direction | undefined): Generator<Sample> {
  for (const { headers } of mediaType.encoding.values()) {
    for (const header of headers) yield* ofParameter(header, direction);
  }
  const { schema } = mediaType;
  if (schema === undefined) return;
  for (const example of mediaType.examples) {
    const { value, location } = example;
    if (value === undefined || !showsData(example, mediaType.name)) continue;
    yield { value, location, schema, direction, maybeEncoded: false, binding: false };
  }
}

/**
 * Whether the example is the data that the schema speaks of. For a type other than JSON a text is how the data looks on
 * the wire, and XML names things in its own way.
 */
function showsData(example: Example, mediaType: string): boolean {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^[^/]+\/(?:.+\+)?json$/.test(type)) return true;
  return typeof example.value !== 'string' && !/^[^/]+\/(?:.+\+)?xml$/.test(type);
}
