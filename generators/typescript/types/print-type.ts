import type { Schema, TypeName } from '../../../core/contract/schema.ts';
import { unsupported } from '../../unsupported.ts';
import { arrayType } from './array.ts';
import { collectNames } from './collect-names.ts';
import { intersection, union } from './combine.ts';
import type { TypeContext } from './context.ts';
import { enumType } from './enum.ts';
import { impliedTypes } from './implied-types.ts';
import { layoutType, type Place } from './layout-type.ts';
import { objectType } from './object.ts';
import { referenceType } from './reference.ts';
import { named, neverType, type TypeNode, unknownType, word } from './type-node.ts';
import { unionType } from './union.ts';

/** A schema as a TypeScript type. Lines after the first are indented relative to the first. */
export function printType(schema: Schema, context: TypeContext, place: Place = somewhere): string {
  return layoutType(usedTypeOf(schema, context), place);
}

/** Room for a type of which nobody knows yet where it will stand. */
const somewhere: Place = { margin: 0, before: 32, after: 0 };

/** The same before it is laid out, for those who look at its shape first; the names in it count as used. */
export function usedTypeOf(schema: Schema, context: TypeContext): TypeNode {
  const type = typeOf(schema, context);
  collectNames(type, context.uses);
  return type;
}

/** All keywords of a schema hold at once, hence an intersection of what each of them says. */
export function typeOf(schema: Schema, given: TypeContext): TypeNode {
  if (schema.always !== undefined) return schema.always ? unknownType : neverType;
  const context = given.values?.staysOnWire(schema) === true ? { ...given, onWire: true } : given;
  reportLostConstraints(schema, context);
  const branches = { ...context, beside: [...context.beside, schema] };
  const parts: TypeNode[] = [];
  if (schema.ref !== undefined) parts.push(referenceType(schema.ref, context));
  for (const part of schema.allOf ?? []) parts.push(typeOf(part, branches));
  parts.push(ownType(schema, context));
  if (schema.oneOf !== undefined) parts.push(unionType(schema.oneOf, schema, branches));
  if (schema.anyOf !== undefined) parts.push(unionType(schema.anyOf, schema, branches));
  return intersection(parts);
}

/** What the schema says itself, without references and branches. */
function ownType(schema: Schema, context: TypeContext): TypeNode {
  if (schema.enum !== undefined) return enumType(schema.enum, schema.types);
  const types = schema.types ?? impliedTypes(schema);
  if (types === undefined) return schema.binary ? binaryType(context) : unknownType;
  // People read `string | null`, whatever order the schema has.
  const ordered = [...types.filter((type) => type !== 'null'), ...types.filter((type) => type === 'null')];
  return union(
    ordered.map((type) => {
      switch (type) {
        case 'null':
        case 'boolean':
          return word(type);
        case 'integer':
        case 'number':
        case 'string':
          return scalarType(schema, type, context);
        case 'array':
          return arrayType(schema, context);
        case 'object':
          return objectType(schema, context);
        default:
          return type satisfies never;
      }
    }),
  );
}

function scalarType(schema: Schema, type: TypeName, context: TypeContext): TypeNode {
  const converted = context.onWire ? undefined : context.values?.of(schema);
  if (type !== 'string') return word(converted === 'bigint' ? 'bigint' : 'number');
  if (schema.binary) return binaryType(context);
  return word(converted === 'Date' ? 'Date' : 'string');
}

function binaryType({ names }: TypeContext): TypeNode {
  return named(names.binary);
}

/** Types cannot carry these; the type printed is wider than the schema. */
function reportLostConstraints(schema: Schema, { report }: TypeContext): void {
  const lost = [
    ['not', schema.not],
    ['if', schema.if],
    ['dependentSchemas', schema.dependentSchemas],
    ['contains', schema.contains],
  ] as const;
  for (const [keyword, value] of lost) {
    if (value === undefined) continue;
    const what = keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const message = `TypeScript cannot express "${keyword}", so the type admits more than the schema. Check such values at run time.`;
    report(unsupported(what, schema.location, message, 'info'));
  }
}
