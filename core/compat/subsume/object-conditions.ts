import type { Schema } from '../../contract/schema.ts';
import type { Atom, NameSet } from './atom.ts';
import { type Claim, denied } from './claim.ts';
import { type Condition, condition } from './condition.ts';
import type { Decomposing } from './decompose.ts';
import type { Alternatives, Literal } from './literal.ts';

const endless = Number.POSITIVE_INFINITY;

export function objectConditions(literal: Literal, decomposing: Decomposing): readonly Condition[] {
  const { schema, scope } = literal.claim;
  const { minProperties = 0, maxProperties } = schema;
  const travels = (name: string) => !decomposing.acceptance.mayBeMissing(name, literal.root, scope);
  const conditions: Condition[] = [];
  if (minProperties > 0) conditions.push(condition(size(minProperties, endless), size(0, minProperties - 1)));
  if (maxProperties !== undefined) conditions.push(condition(size(0, maxProperties), size(maxProperties + 1, endless)));
  for (const name of (schema.required ?? []).filter(travels)) conditions.push(condition(has(name), hasNot(name)));
  for (const [name, wanted] of schema.dependentRequired ?? []) {
    conditions.push(dependentRequired(name, wanted.filter(travels)));
  }
  conditions.push(...members(literal));
  for (const [name, dependent] of schema.dependentSchemas ?? []) {
    conditions.push(dependentSchema(name, dependent, literal));
  }
  return conditions;
}

function size(min: number, max: number): Atom {
  return { kind: 'size', min, max };
}

function has(name: string): Atom {
  return { kind: 'has', name };
}

function hasNot(name: string): Atom {
  return { kind: 'has-not', name };
}

function dependentRequired(name: string, wanted: readonly string[]): Condition {
  return {
    asserted: [[{ kind: 'implies', name, wanted }]],
    denied: () => wanted.map((missing) => [has(name), hasNot(missing)]),
  };
}

function dependentSchema(name: string, schema: Schema, literal: Literal): Condition {
  const dependent = (holds: boolean): Literal => ({
    ...literal,
    claim: { ...literal.claim, schema, holds },
    bare: false,
    trackers: holds ? literal.trackers : [],
  });
  return {
    asserted: [[hasNot(name)], [has(name), dependent(true)]],
    denied: () => [[has(name), dependent(false)]],
  };
}

/** `properties`, `patternProperties`, `additionalProperties`, `propertyNames`. */
function members(literal: Literal): readonly Condition[] {
  const { schema, scope } = literal.claim;
  const claimOn = (part: Schema): Claim => ({ schema: part, scope, holds: true });
  const conditions: Condition[] = [];
  for (const [name, property] of schema.properties ?? []) {
    const claim = claimOn(property);
    conditions.push({
      asserted: [[{ kind: 'property', name, claim }]],
      denied: () => [[has(name), { kind: 'property', name, claim: denied(claim) }]],
    });
  }
  for (const [pattern, matching] of schema.patternProperties ?? []) {
    conditions.push(every({ pattern }, claimOn(matching)));
  }
  if (schema.additionalProperties !== undefined) {
    const others = new Set(schema.properties?.keys());
    const otherPatterns = [...(schema.patternProperties?.keys() ?? [])];
    conditions.push(every({ others, otherPatterns }, claimOn(schema.additionalProperties)));
  }
  if (schema.propertyNames !== undefined) {
    const claim = claimOn(schema.propertyNames);
    conditions.push(
      condition({ kind: 'names', claim }, { kind: 'some-property', names: { claim: denied(claim) }, claim: undefined }),
    );
  }
  return [...conditions, ...speaksFor(literal)];
}

function every(names: NameSet, claim: Claim): Condition {
  return condition({ kind: 'properties', names, claim }, { kind: 'some-property', names, claim: denied(claim) });
}

function speaksFor({ claim: { schema }, trackers }: Literal): readonly Condition[] {
  const asserted: Alternatives = [
    trackers.map((tracker) => ({
      kind: 'evaluates',
      tracker,
      names: [...(schema.properties?.keys() ?? [])],
      patterns: [...(schema.patternProperties?.keys() ?? [])],
      allProperties: schema.additionalProperties !== undefined,
      itemsUpTo: 0,
    })),
  ];
  return trackers.length === 0 ? [] : [{ asserted, denied: () => [] }];
}
