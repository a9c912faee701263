import { isArray, isObject, type Json, type JsonObject } from '../../../core/source/json.ts';

/** A place in a document where a text can stand: a value of any kind, or the name of a member. */
export interface Position {
  readonly path: readonly (string | number)[];
  readonly kind: 'value' | 'name';
}

/** Every place of the document, the member that says which dialect it is apart. */
export function positionsOf(document: JsonObject): Position[] {
  const [dialect = ''] = Object.keys(document);
  return below(document, []).filter(({ path }) => path[0] !== dialect);
}

function below(value: Json, path: readonly (string | number)[]): Position[] {
  if (isArray(value)) return value.flatMap((item, i) => below(item, [...path, i]));
  if (!isObject(value)) return [{ path, kind: 'value' }];
  return Object.entries(value).flatMap(([name, member]) => [
    { path: [...path, name], kind: 'name' as const },
    ...below(member, [...path, name]),
  ]);
}

/** The document with `text` in that place, everything else as it is. */
export function withText(document: Json, { path, kind }: Position, text: string): Json {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (isArray(document)) {
    return document.map((item, i) => (i === step ? withText(item, { path: rest, kind }, text) : item));
  }
  if (!isObject(document)) return document;
  const renames = kind === 'name' && rest.length === 0;
  const entries = Object.entries(document).map(([name, member]): [string, Json] => {
    if (name !== step) return [name, member];
    return renames ? [text, member] : [name, withText(member, { path: rest, kind }, text)];
  });
  return Object.fromEntries(entries);
}
