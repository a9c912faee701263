/**
 * JSON Schema, normalised: the same form for OpenAPI 2.0's and 3.0's dialects, OpenAPI 3.1's and 3.2's 2020-12 and
 * AsyncAPI's draft 07 superset. A keyword that is absent is `undefined`; all keywords that are present must hold.
 *
 * One form each:
 * - `nullable: true` and `type: [.., "null"]` are both `null` in `types`; 3.0's `nullable` beside `enum` also adds `null`
 *   to the enum only if the enum has it written (3.0.3 says the enum decides).
 * - `const` is an `enum` of one.
 * - Draft 4's boolean `exclusiveMinimum` and the numeric one are both the numeric one.
 * - `type: file` (2.0), `format: binary` strings and 3.1's `contentMediaType` without encoding are `binary: true`.
 * - An `allOf` of one without siblings is that one; with siblings it is moved into `ref` where it is a reference.
 * - Draft 4 `items` as a list is `prefixItems`, `additionalItems` then `items`; `dependencies` is split in two.
 * - `$ref` in a dialect where siblings have no effect stands alone.
 * - `minLength: 0`, `minItems: 0`, `required: []`, `uniqueItems: false`, `items: {}` and the like say nothing and are dropped.
 */
import type { Location } from '../diagnostics/location.ts';
import type { Json } from '../source/json.ts';

/** A key of `Contract.schemas`. */
export type SchemaName = string;

export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

export interface Schema {
  readonly location: Location;
  /** Set for the boolean schemas: `true` accepts everything, `false` nothing. No other keyword is then present. */
  readonly always: boolean | undefined;
  /** Another schema that must hold as well. */
  readonly ref: SchemaName | undefined;
  /** In the order of the type above; undefined means any. `integer` never beside `number`. */
  readonly types: readonly TypeName[] | undefined;
  readonly enum: readonly Json[] | undefined;
  /** Bytes, not text. */
  readonly binary: boolean;

  readonly allOf: readonly Schema[] | undefined;
  readonly anyOf: readonly Schema[] | undefined;
  readonly oneOf: readonly Schema[] | undefined;
  readonly not: Schema | undefined;
  readonly if: Schema | undefined;
  readonly then: Schema | undefined;
  readonly else: Schema | undefined;

  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;

  /** In Unicode code points, as JSON Schema counts. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** ECMA-262 with the `u` flag, not anchored. */
  readonly pattern: string | undefined;
  readonly format: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly contentMediaType: string | undefined;
  readonly contentSchema: Schema | undefined;

  /** In document order. */
  readonly properties: ReadonlyMap<string, Schema> | undefined;
  readonly required: readonly string[] | undefined;
  readonly additionalProperties: Schema | undefined;
  readonly patternProperties: ReadonlyMap<string, Schema> | undefined;
  readonly propertyNames: Schema | undefined;
  readonly unevaluatedProperties: Schema | undefined;
  readonly dependentRequired: ReadonlyMap<string, readonly string[]> | undefined;
  readonly dependentSchemas: ReadonlyMap<string, Schema> | undefined;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;

  readonly prefixItems: readonly Schema[] | undefined;
  readonly items: Schema | undefined;
  readonly unevaluatedItems: Schema | undefined;
  readonly contains: Schema | undefined;
  readonly minContains: number | undefined;
  readonly maxContains: number | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean;

  readonly discriminator: Discriminator | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;

  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** `null` is a default too, hence the wrapper. */
  readonly default: SchemaExample | undefined;
  readonly examples: readonly SchemaExample[];
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface SchemaExample {
  readonly location: Location;
  readonly value: Json;
}

export interface Discriminator {
  readonly location: Location;
  readonly propertyName: string;
  /**
   * From the value on the wire to the schema, as declared. Values that the mapping does not list stand for the schema of
   * that name; a target that names no schema is left out and reported.
   */
  readonly mapping: ReadonlyMap<string, SchemaName>;
  /** 3.2 `defaultMapping`. */
  readonly defaultMapping: SchemaName | undefined;
}
