// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { type Fault, wholeFault } from './fault.ts';
import { mentions, removeOneWay, writeOnlySent } from './one-way.ts';
import type { BodyContentSpec, JsonSchema } from './operation.ts';
import type { SchemaSet } from './schema-set.ts';

export interface EncodedBody {
  readonly payload: NonNullable<ConstructorParameters<typeof Response>[0]>;
  /** What the schema is to judge: the value as the client will see it. */
  readonly seen?: () => unknown;
  /** Pointers to write-only members of the body, which have been left out. */
  readonly withheld?: readonly string[];
}

/** What is wrong with a body. Streams and bytes are not looked into. */
export function checkBody(set: SchemaSet, content: BodyContentSpec, encoded: EncodedBody): Fault[] {
  if (encoded.seen === undefined || content.schema === undefined) return [];
  const leaks = (encoded.withheld ?? []).map((pointer) => ({ pointer, detail: writeOnlySent }));
  return [...leaks, ...set.check(content.schema, encoded.seen())];
}

/** Judged after a round trip: dates have become text by then, and undefined members are gone. */
export function encodeJson(
  set: SchemaSet,
  schema: JsonSchema | undefined,
  body: unknown,
): (EncodedBody & { readonly payload: string }) | Fault[] {
  try {
    const payload: string | undefined = JSON.stringify(body);
    if (payload === undefined) return [wholeFault('has no form in JSON')];
    if (schema === undefined || !mentions(set, schema, 'writeOnly'))
      return { payload, seen: () => JSON.parse(payload) };
    const value: unknown = JSON.parse(payload);
    const withheld = removeOneWay(set, schema, value, 'writeOnly');
    return { payload: withheld.length > 0 ? JSON.stringify(value) : payload, seen: () => value, withheld };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown reason';
    return [wholeFault(`has no form in JSON: ${reason}`)];
  }
}
