import { reservedArgumentNames, reservedClassNames, reservedFieldNames, reservedMethodNames } from './reserved.ts';

/** `pet_status` becomes `PetStatus`. Any text gives a legal identifier; a `NameScope` makes it unique. */
export function className(text: string): string {
  const name = wordsOf(text).map(capitalise).join('');
  // Letters without case would give a class the name of a field.
  return legal(/^\p{Lu}/u.test(name) ? name : `Type${name}`, 'Type', reservedClassNames);
}

/** `petStatus` becomes `pet_status`: the field of a model. It never starts with an underscore, which pydantic reads as private. */
export function fieldName(text: string): string {
  return legal(snake(text), 'value_', reservedFieldNames);
}

/** The argument of a method. */
export function argumentName(text: string): string {
  return legal(snake(text), 'value_', reservedArgumentNames);
}

/** `list-pets` becomes `list_pets`, `import` becomes `import_`. */
export function methodName(text: string): string {
  return legal(snake(text), 'call_', reservedMethodNames);
}

/** `listPets` becomes `LIST_PETS`. */
export function constantName(text: string): string {
  return legal(snake(text).toUpperCase(), 'VALUE_', reservedClassNames);
}

/** The name of an operation that has no operationId: `get /pets/{petId}` becomes `get_pets_by_pet_id`. */
export function operationName(method: string, path: string): string {
  return methodName(`${method.toLowerCase()} ${path.replace(/\{([^{}]*)\}/g, ' by $1 ')}`);
}

function snake(text: string): string {
  return wordsOf(text)
    .flatMap(splitCase)
    .map((word) => word.toLowerCase())
    .join('_');
}

/**
 * The runs of letters, marks and digits. Python composes identifiers (NFKC), so the text is composed first; letters that
 * not every Python 3.11 knows, and everything else, separate words.
 */
function wordsOf(text: string): string[] {
  const composed = text
    .normalize('NFKC')
    .replaceAll(/[^\p{ASCII}\u00aa-\u9fff\uac00-\ud7a3]|[\u0897\u0cf3\u0ece\u1c89\u1c8a]/gu, ' ');
  const words = composed.match(/(?![_])\p{XID_Continue}+/gu)?.flatMap((run) => run.split('_')) ?? [];
  const shouted = words.length > 1 && !/\p{Ll}/u.test(composed);
  const spoken = words
    .filter((word) => /[\p{L}\p{Nd}]/u.test(word))
    .map((word) => word.replace(/^[^\p{L}\p{Nd}]+/u, ''));
  return shouted ? spoken.map((word) => word.toLowerCase()) : spoken;
}

/** `URLList` is `URL`, `List`; `sha256` stays whole. */
function splitCase(word: string): string[] {
  return word
    .replaceAll(/(\p{Ll}|\p{Nd})(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(' ');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function legal(name: string, prefix: string, reserved: ReadonlySet<string>): string {
  if (name === '') return prefix.replace(/_$/, '');
  // A digit of any script, or a letter that needs another before it, cannot start an identifier.
  const started = /^\p{XID_Start}/u.test(name) ? name : `${prefix}${name}`;
  return reserved.has(started) ? `${started}_` : started;
}
