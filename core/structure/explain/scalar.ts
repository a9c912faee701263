import { isArray, isObject, type Json, jsonEqual } from '../../source/json.ts';
import type { Node } from '../../source/node.ts';
import { formats } from '../formats.ts';
import type { MetaSchemaObject } from '../meta-schema.ts';
import type { Fault } from './fault.ts';
import { matches } from './keys.ts';

/** What the keywords for text, numbers, booleans and null find; `enum` and `const` are asked of every value in `choices.ts`. */
export function explainScalar(schema: MetaSchemaObject, node: Node): Fault[] {
  const { value } = node;
  if (typeof value === 'string') return explainText(schema, node, value);
  if (typeof value === 'number') return explainNumber(schema, node, value);
  return [];
}

function explainText(schema: MetaSchemaObject, node: Node, text: string): Fault[] {
  const { pattern, format, minLength, maxLength } = schema;
  if (minLength !== undefined && [...text].length < minLength) {
    return [
      { kind: 'bounds', node, words: minLength === 1 ? 'not be empty' : `have at least ${minLength} characters` },
    ];
  }
  if (maxLength !== undefined && [...text].length > maxLength) {
    return [{ kind: 'bounds', node, words: `have at most ${maxLength} characters` }];
  }
  if (pattern !== undefined && !matches(pattern, text)) return [{ kind: 'pattern', node, pattern }];
  if (format !== undefined && formats[format]?.(text) === false) return [{ kind: 'format', node, format }];
  return [];
}

function explainNumber(schema: MetaSchemaObject, node: Node, value: number): Fault[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = (words: string): Fault[] => [{ kind: 'bounds', node, words }];
  if (minimum !== undefined && value < minimum) return bounds(`be ${minimum} or more`);
  if (maximum !== undefined && value > maximum) return bounds(`be ${maximum} or less`);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return bounds(`be more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return bounds(`be less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined && value % multipleOf !== 0) return bounds(`be a multiple of ${multipleOf}`);
  return [];
}

export function fitsType(type: string | readonly string[], value: Json): boolean {
  return [type].flat().some((name) => fitsOneType(name, value));
}

function fitsOneType(type: string, value: Json): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeof value === type;
}

export function isOneOf(allowed: readonly Json[], value: Json): boolean {
  return allowed.some((candidate) => jsonEqual(candidate, value));
}
