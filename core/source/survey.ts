import { isArray, type Json, type JsonArray, type JsonObject } from './json.ts';
import type { Limits } from './limits.ts';
import { printPointer } from './pointer.ts';

export interface Problem {
  readonly rule: string;
  readonly message: string;
  readonly pointer: string;
}

/**
 * Walks a value once: cycles made by aliases, expanded size, numbers that JSON has no form for. Where the text has no
 * alias, `aliased` is false and no collection can be met twice, which saves remembering millions of them.
 */
export function survey(root: Json, aliased: boolean, limits: Limits): Problem | undefined {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const path: string[] = [];
  let problem: Problem | undefined;

  /** How many values there are in `value`, itself included. */
  function sizeOf(value: Json): number {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const message = `${value} is a YAML number that JSON has no form for. Use a finite number or a string.`;
      problem = { rule: 'source-number', message, pointer: printPointer(path) };
    }
    if (typeof value !== 'object' || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value) || path.length > limits.depth) {
      const message = open.has(value)
        ? 'A YAML alias here refers to a value that contains it. Use a $ref for recursive schemas.'
        : `Values are nested more than ${limits.depth} deep. Flatten the document.`;
      problem = { rule: 'source-limits', message, pointer: printPointer(path) };
      return 1;
    }
    if (!aliased) return sizeOfMembers(value);
    open.add(value);
    const size = sizeOfMembers(value);
    open.delete(value);
    sizes.set(value, size);
    return size;
  }

  function sizeOfMembers(collection: JsonArray | JsonObject): number {
    let size = 1;
    const add = (key: string, member: Json): void => {
      if (problem !== undefined) return;
      path.push(key);
      size += sizeOf(member);
      path.pop();
    };
    if (isArray(collection)) for (const [i, item] of collection.entries()) add(String(i), item);
    else for (const key of Object.keys(collection)) add(key, collection[key] ?? null);
    if (size > limits.values) problem ??= tooManyValues(aliased, limits, printPointer(path));
    return size;
  }

  sizeOf(root);
  return problem;
}

function tooManyValues(aliased: boolean, { values }: Limits, pointer: string): Problem {
  const message = aliased
    ? `Written out, the YAML aliases here make more than ${values} values. Use $ref instead of aliases.`
    : `Here stand more than ${values} values. Split the contract into several files.`;
  return { rule: 'source-limits', message, pointer };
}
