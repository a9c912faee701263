import { isAllLetters, lettersIn } from './letters.ts';
import { stringLiteral } from './literal.ts';
import { reservedFunctionNames, reservedTypeNames } from './reserved.ts';

/** `pet_status` becomes `PetStatus`. Any text gives a legal identifier; a `NameScope` makes it unique. */
export function typeName(text: string): string {
  const name = wordsOf(text).map(capitalise).join('');
  return legal(name === '' ? 'Unnamed' : name, reservedTypeNames);
}

/** `list-pets` becomes `listPets`, `GET_PETS` becomes `getPets`, `delete` becomes `delete_`. */
export function functionName(text: string): string {
  const [first = 'unnamed', ...rest] = wordsOf(text);
  return legal(startLower(first) + rest.map(capitalise).join(''), reservedFunctionNames);
}

/** The name of an operation that has no operationId: `get /pets/{petId}` becomes `getPetsByPetId`. */
export function operationName(method: string, path: string): string {
  const spoken = path.replace(/\{([^{}]*)\}/g, ' by $1 ');
  return functionName(`${method.toLowerCase()} ${spoken}`);
}

/**
 * The key of a member, in a type as well as in an object literal. `__proto__` is computed, because a literal that spells
 * it plainly sets the prototype instead.
 */
export function propertyKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** `value.name`, or `value['name']` where the name is no identifier. */
export function memberAccess(object: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;
}

/** Hands out each name once; a taken one gets the first free number: `Pet`, `Pet2`. */
export class NameScope {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  unique(name: string): string {
    let candidate = name;
    // `V1` becomes `V1_2`: `V12` would read as another version.
    const separator = /\d$/.test(name) ? '_' : '';
    for (let i = 2; this.#taken.has(candidate); i++) candidate = `${name}${separator}${i}`;
    this.#taken.add(candidate);
    return candidate;
  }
}

/**
 * Letters beyond ASCII stay, in composed form; everything that is no letter, mark or digit separates words. Text in capitals
 * only is lowered, so that `PET_STATUS` reads as words.
 */
function wordsOf(text: string): readonly string[] {
  const composed = text.normalize('NFC');
  const words = lettersIn(composed);
  const shouted = words.length > 1 && !/\p{Ll}/u.test(composed);
  return shouted ? words.map((word) => word.toLowerCase()) : words;
}

function capitalise(word: string): string {
  const upper = word.charAt(0).toUpperCase();
  // Georgian has capitals since 2018 only.
  return isAllLetters(upper) ? upper + word.slice(1) : word;
}

/** `GetPet` → `getPet`, `URLList` → `urlList`, `URL` → `url`. */
function startLower(word: string): string {
  if (!/\p{Ll}/u.test(word)) return word.toLowerCase();
  return word.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}/u, (start) => start.toLowerCase());
}

function legal(name: string, reserved: ReadonlySet<string>): string {
  // A decimal digit of any script cannot start an identifier.
  const started = /^\p{Nd}/u.test(name) ? `_${name}` : name;
  return reserved.has(started) ? `${started}_` : started;
}
