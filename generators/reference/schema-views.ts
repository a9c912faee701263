import type { Schema, SchemaName } from '../../core/contract/schema.ts';
import { choicesOf } from './choices.ts';
import { factsOf } from './facts.ts';
import { isSimple } from './is-simple.ts';
import { mergeViews } from './merge-views.ts';
import { orNull, withoutNull } from './nullable.ts';
import { type FieldView, noView, type SchemaView } from './schema-view.ts';
import { ownType } from './type-text.ts';

/** One explanation may open so many schemas, one in another; contracts in which all combine all others do exist. */
const mostViews = 2000;
const deepest = 4;

/** Explains the schemas of one contract. */
export class SchemaViews {
  readonly #schemas: ReadonlyMap<SchemaName, Schema>;
  #left = 0;

  constructor(schemas: ReadonlyMap<SchemaName, Schema>) {
    this.#schemas = schemas;
  }

  /** As it is used: the inside of a named schema is told at its own place. */
  used(schema: Schema): SchemaView {
    this.#left = mostViews;
    return this.#view(schema, false, new Set());
  }

  /** With the first level of the named schema that it is, or is a list of. */
  opened(schema: Schema): SchemaView {
    this.#left = mostViews;
    return this.#view(schema, true, new Set());
  }

  #view(schema: Schema, open: boolean, within: ReadonlySet<SchemaName>): SchemaView {
    this.#left -= 1;
    if (schema.always !== undefined) return { ...noView, type: [schema.always ? 'anything' : 'nothing'] };
    const { value, rest } = withoutNull(schema);
    const parts = [...this.#referred(rest, open, within), ...this.#combined(rest, within)];
    if (value !== undefined) parts.push(orNull(this.#view(value, open, within)));
    return mergeViews(parts, this.#own(rest, open, within), schema.required ?? []);
  }

  #referred(schema: Schema, open: boolean, within: ReadonlySet<SchemaName>): SchemaView[] {
    const name = schema.ref;
    if (name === undefined) return [];
    const target = this.#schemas.get(name);
    const closed = { ...noView, type: [{ schema: name }] };
    if (target === undefined || within.has(name)) return [closed];
    const inside = new Set([...within, name]);
    if (isSimple(target, this.#schemas)) return [{ ...this.#view(target, false, inside), named: name }];
    const mayOpen = this.#left > 0 && within.size < deepest;
    const description = target.description;
    if (!mayOpen || !(open || hasStructure(schema))) return [{ ...closed, description, more: name }];
    const goesOn = target.ref !== undefined || target.items !== undefined;
    const { fields, choices, more, ...rest } = this.#view(target, goesOn, inside);
    return [{ ...rest, type: closed.type, fields, choices, more }];
  }

  /** The parts of an `allOf` are told as one. */
  #combined(schema: Schema, within: ReadonlySet<SchemaName>): SchemaView[] {
    return (schema.allOf ?? []).map((part) => this.#view(part, true, within));
  }

  #own(schema: Schema, open: boolean, within: ReadonlySet<SchemaName>): SchemaView {
    const item = schema.items === undefined ? undefined : this.#view(schema.items, open, within);
    const choices = choicesOf(schema, (option) => this.#view(option, false, within));
    return {
      ...noView,
      type: ownType(schema, item, choices),
      facts: [...factsOf(schema), ...(item?.facts ?? []).map((fact) => ({ ...fact, text: `each ${fact.text}` }))],
      allowed: schema.enum ?? item?.allowed ?? [],
      default: schema.default,
      examples: schema.examples.map(({ value }) => value),
      description: schema.description ?? schema.title,
      deprecated: schema.deprecated,
      readOnly: schema.readOnly,
      writeOnly: schema.writeOnly,
      fields: [...this.#fields(schema, within), ...(item?.fields ?? [])],
      choices: [...choices, ...(item?.choices ?? [])],
      more: item?.more,
      named: item?.named,
    };
  }

  #fields(schema: Schema, within: ReadonlySet<SchemaName>): FieldView[] {
    const required = new Set(schema.required);
    const field = (name: string, kind: FieldView['kind'], of: Schema): FieldView => ({
      ...this.#view(of, false, within),
      ...{ name, kind, required: kind === 'member' && required.has(name) },
    });
    const rest = schema.additionalProperties ?? schema.unevaluatedProperties;
    const undeclared = [...required].filter((name) => schema.properties !== undefined && !schema.properties.has(name));
    return [
      ...[...(schema.properties ?? [])].map(([name, property]) => field(name, 'member', property)),
      ...(schema.ref === undefined && schema.allOf === undefined ? undeclared : []).map((name): FieldView => {
        return { ...noView, type: ['anything'], name, kind: 'member', required: true };
      }),
      ...[...(schema.patternProperties ?? [])].map(([pattern, property]) => field(pattern, 'pattern', property)),
      ...(rest === undefined || rest.always !== undefined ? [] : [field('', 'any', rest)]),
      ...(schema.prefixItems ?? []).map((item, index) => field(String(index), 'item', item)),
    ];
  }
}

/** Whether a schema adds members of its own to what it refers to. */
function hasStructure({ properties, required, allOf, oneOf, anyOf, patternProperties }: Schema): boolean {
  return [properties, required, allOf, oneOf, anyOf, patternProperties].some((keyword) => keyword !== undefined);
}
