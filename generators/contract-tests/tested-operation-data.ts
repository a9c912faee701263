import type { HttpOperation, MediaType, Parameter } from '../../core/contract/model.ts';
import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import type { Json, JsonObject } from '../../core/source/json.ts';
import { type DataContext, isReadable, operationData } from '../hono-server/operation-data.ts';
import { bodyKindOf, isRange } from '../hono-server/runtime/media-type.ts';
import { sequenceOf } from '../hono-server/sequence.ts';
import { unsupported } from '../unsupported.ts';
import { type IllegalContext, illegalBodies, illegalParameter } from './illegal-requests.ts';
import type { BodyValue, ParameterValue } from './runtime/tested-operation.ts';
import type { Sampler } from './sample-value.ts';

export interface TestDataContext extends DataContext, IllegalContext {
  readonly sampler: Sampler;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** An operation as the runtime's `TestedOperation`. */
export function testedOperationData(operation: HttpOperation, id: string, context: TestDataContext): JsonObject {
  const readable = operation.parameters.filter(isReadable);
  const parameters = readable.flatMap((parameter) => parameterValue(parameter, context));
  const bodies = (operation.requestBody?.content ?? []).flatMap((media) => bodyValues(media, operation, context));
  const first = operation.requestBody?.content.find((media) => media.name === bodies[0]?.contentType);
  const illegal = [
    ...readable.flatMap((parameter) => illegalParameter(parameter, context) ?? []),
    ...illegalBodies(bodies[0], first?.schema, context),
  ];
  // The three lists hold JSON only: text, truth, and values out of the contract or made by this target.
  return { spec: operationData(operation, id, context), parameters, bodies, illegal } as unknown as JsonObject;
}

function parameterValue(parameter: Parameter, context: TestDataContext): ParameterValue[] {
  const { name, in: place } = parameter;
  const documented = [...parameter.examples, ...(parameter.content?.examples ?? [])].find(
    ({ value }) => value !== undefined,
  );
  if (documented?.value !== undefined) return [{ name, in: place, value: documented.value, documented: true }];
  if (!parameter.required) return [];
  const schema = parameter.schema ?? parameter.content?.schema;
  const value = schema === undefined ? 'sample' : context.sampler.parameterFor(schema);
  if (value !== undefined) return [{ name, in: place, value, documented: false }];
  context.report(noSample(`the ${place} parameter ${JSON.stringify(name)}`, parameter));
  return [];
}

function bodyValues(media: MediaType, operation: HttpOperation, context: TestDataContext): BodyValue[] {
  if (isRange(media.name)) return [];
  const contentType = media.name;
  const sequence = sequenceOf(media, context.schemas);
  if (sequence?.item !== undefined && sequence.kind !== 'events') {
    const item = context.sampler.valueFor(sequence.item);
    const start = sequence.kind === 'records' ? '\u001e' : '';
    const one = { name: `${contentType}, one item made up`, contentType, value: `${start}${JSON.stringify(item)}\n` };
    if (item !== undefined) return [one];
    context.report(noSample(`an item of the ${contentType} body of ${operation.operationId ?? operation.path}`, media));
    return [];
  }
  const documented = media.examples.flatMap(({ name, value }): BodyValue[] =>
    value === undefined || !isLegal(media, value, context)
      ? []
      : [{ name: `${contentType}, ${name === undefined ? 'the example' : `example ${name}`}`, contentType, value }],
  );
  if (documented.length > 0) return documented;
  const value: Json | undefined = media.schema === undefined ? 'sample' : context.sampler.valueFor(media.schema);
  // XML and the like: how an object is written there, nobody here knows.
  const isWritable = bodyKindOf(contentType) !== 'text' || typeof value !== 'object';
  if (value !== undefined && isWritable) return [{ name: `${contentType}, made up`, contentType, value }];
  context.report(noSample(`the ${contentType} body of ${operation.operationId ?? operation.path}`, media));
  return [];
}

/** An example that breaks its own schema is a fault of the contract, which validation reports: a service has to refuse it. */
function isLegal({ name, schema }: MediaType, value: Json, { judge, print }: TestDataContext): boolean {
  return schema === undefined || bodyKindOf(name) !== 'json' || judge.verdict(print(schema), value) !== 'refused';
}

function noSample(what: string, { location }: Parameter | MediaType): Diagnostic {
  const message = `No legal value for ${what} could be made up, so its contract tests are skipped unless "given" supplies one. Add an example.`;
  return unsupported('sample', location, message, 'info');
}
