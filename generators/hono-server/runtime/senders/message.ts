import { CallError } from '../../../typescript-client/runtime/errors.ts';
import type { OperationData, OperationInput } from '../../../typescript-client/runtime/operation.ts';
import type { Fault } from '../fault.ts';
import { checkBody, encodeJson } from '../json-body.ts';
import { bestMatch, kindOfContent } from '../media-type.ts';
import type { BodyContentSpec, ResponseSpec } from '../operation.ts';
import { responseFor } from '../response-for.ts';
import type { SchemaSet } from '../schema-set.ts';
import { withoutBinary } from '../without-binary.ts';

/** A request that the service sends by itself, as the contract describes it. */
export interface MessageSpec {
  readonly operation: OperationData;
  /** What its body keeps to, by media type. */
  readonly body: readonly BodyContentSpec[];
  /** What is answered. */
  readonly responses: readonly Pick<ResponseSpec, 'status' | 'content'>[];
  /** Whether the contract asks for the headers of Standard Webhooks: for all of them, or for all but the signature. */
  readonly webhook?: 'signed' | 'numbered';
}

/** A message or an answer that does not keep to the contract; `faults` say where. */
export class MessageError extends CallError {
  override readonly name = 'MessageError';
  readonly faults: readonly Fault[];

  constructor(id: string, what: string, faults: readonly Fault[]) {
    const list = faults.map(({ pointer, detail }) => [pointer, detail].filter(Boolean).join(' '));
    super(id, `${what} does not keep to the contract: ${list.join('; ')}.`);
    this.faults = faults;
  }
}

/** The input as it is sent: without what is write-only. The faults are those of its body. */
export function checkMessage(set: SchemaSet, { body: declared }: MessageSpec, input: OperationInput): CheckedMessage {
  const [first] = declared;
  const content = input.contentType === undefined ? first : bestMatch(input.contentType, declared);
  if (input.body === undefined || content?.schema === undefined) return { input, faults: [] };
  switch (kindOfContent(content)) {
    case 'json': {
      const encoded = encodeJson(set, content.schema, input.body);
      if (Array.isArray(encoded)) return { input, faults: encoded };
      const body = (encoded.withheld ?? []).length > 0 ? encoded.seen?.() : input.body;
      return { input: { ...input, body }, faults: checkBody(set, content, encoded) };
    }
    case 'form':
    case 'multipart':
    case 'text':
      return { input, faults: set.check(content.schema, withoutBinary(input.body)) };
    default:
      return { input, faults: [] };
  }
}

interface CheckedMessage {
  readonly input: OperationInput;
  readonly faults: readonly Fault[];
}

/** What is wrong with an answer: it comes from outside, whatever the contract says about it. */
export function checkAnswer(
  set: SchemaSet,
  { responses }: MessageSpec,
  { status, contentType, body }: { readonly status: number; readonly contentType?: unknown; readonly body?: unknown },
): readonly Fault[] {
  const spec = responseFor({ responses }, status);
  const content = typeof contentType === 'string' ? bestMatch(contentType, spec?.content ?? []) : undefined;
  if (content?.schema === undefined || kindOfContent(content) !== 'json') return [];
  return set.check(content.schema, body);
}
