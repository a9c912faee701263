import type { Schema } from '../../../core/contract/schema.ts';
import { union } from './combine.ts';
import { inside, type TypeContext } from './context.ts';
import { typeOf } from './print-type.ts';
import { findProperty, isHidden } from './property.ts';
import { type Member, neverType, openObject, type TypeNode, unknownType, word } from './type-node.ts';

/** An object with its properties, and an index signature where further ones have a type. */
export function objectType(schema: Schema, context: TypeContext): TypeNode {
  const members = [...declaredMembers(schema, context), ...requiredMembers(schema, context)];
  const extra = extraValues(schema, context);
  if (extra !== undefined) return { kind: 'object', members, index: indexType(members, extra) };
  if (members.length > 0 || schema.properties !== undefined) return { kind: 'object', members, index: undefined };
  return schema.additionalProperties?.always === false ? { kind: 'object', members: [], index: neverType } : openObject;
}

function declaredMembers(schema: Schema, context: TypeContext): Member[] {
  const required = new Set(schema.required);
  return [...(schema.properties ?? [])]
    .filter(([, property]) => !isHidden(property, context))
    .map(([name, property]) => ({
      name,
      // A sibling may require what is declared here.
      optional: !required.has(name) && !context.beside.some((sibling) => sibling.required?.includes(name)),
      description: property.description,
      deprecated: property.deprecated,
      type: typeOf(property, inside(context)),
    }));
}

/** Names that are required here and declared elsewhere: in a sibling, behind a reference, or nowhere. */
function requiredMembers(schema: Schema, context: TypeContext): Member[] {
  const missing = (schema.required ?? []).filter((name) => !schema.properties?.has(name));
  return [...new Set(missing)].flatMap((name) => {
    const siblings = [...context.beside, withoutOwn(schema)];
    const declared = findProperty(name, siblings, context.schemas);
    const property = declared ?? schema.additionalProperties;
    if (property !== undefined && isHidden(property, context)) return [];
    const onWire = context.onWire || (declared !== undefined && isOnWireOnly(name, siblings, context));
    const type = property === undefined ? unknownType : borrowedType(property, { ...context, onWire });
    return [{ name, optional: false, description: undefined, deprecated: false, type }];
  });
}

/** Whether a property is declared only where all values stay as they are on the wire. */
function isOnWireOnly(name: string, schemas: readonly Schema[], context: TypeContext): boolean {
  const { values } = context;
  if (values === undefined) return false;
  return findProperty(name, schemas, context.schemas, (schema) => values.staysOnWire(schema)) === undefined;
}

/** A property declared elsewhere may contain the very schema that borrows it: such a circle ends with `unknown`. */
function borrowedType(property: Schema, context: TypeContext): TypeNode {
  const { borrowed } = context;
  if (borrowed.includes(property) || borrowed.length >= mostBorrowed) return unknownType;
  return typeOf(property, { ...inside(context), borrowed: [...borrowed, property] });
}

const mostBorrowed = 4;

function withoutOwn(schema: Schema): Schema {
  return { ...schema, properties: undefined };
}

/** What properties without a name of their own hold; undefined where there are none to speak of. */
function extraValues(schema: Schema, context: TypeContext): TypeNode | undefined {
  const { additionalProperties, patternProperties, unevaluatedProperties } = schema;
  const values = [...(patternProperties?.values() ?? [])];
  if (additionalProperties !== undefined) values.push(additionalProperties);
  else if (unevaluatedProperties !== undefined) values.push(unevaluatedProperties);
  const open = values.filter((value) => value.always !== false);
  if (open.length === 0) return undefined;
  // Branches beside this schema may declare properties that an index signature here would have to admit.
  if (additionalProperties === undefined && unevaluatedProperties !== undefined && hasBranches(schema)) {
    return unknownType;
  }
  return union(open.map((value) => typeOf(value, inside(context))));
}

function hasBranches({ ref, allOf, anyOf, oneOf }: Schema): boolean {
  return (ref ?? allOf ?? anyOf ?? oneOf) !== undefined;
}

/**
 * TypeScript wants every named property to fit the index signature, so the signature admits them all. Types written out
 * twice are compared part by part, at which the compiler gives up now and then; those become `unknown`.
 */
function indexType(members: readonly Member[], extra: TypeNode): TypeNode {
  if (!members.every(({ type }) => isPlain(type))) return unknownType;
  const parts = [extra, ...members.map(({ type }) => type)];
  if (members.some(({ optional }) => optional)) parts.push(word('undefined'));
  return union(parts);
}

/** Made of names, keywords and literals only. */
function isPlain(type: TypeNode): boolean {
  if (type.kind === 'word') return true;
  if (type.kind === 'array') return isPlain(type.item);
  return type.kind === 'union' && type.parts.every(isPlain);
}
