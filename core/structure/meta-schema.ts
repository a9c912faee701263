import type { Json } from '../source/json.ts';

/**
 * A published meta-schema as `scripts/build-metaschemas.ts` prepares it: JSON Schema 2020-12 without annotations, all
 * references inside the one document. Only the keywords that the meta-schemas use.
 */
export type MetaSchema = boolean | MetaSchemaObject;

export interface MetaSchemaObject {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, MetaSchema>>;
  readonly definitions?: Readonly<Record<string, MetaSchema>>;
  /** Kept inside `not` only, where it says in words what is forbidden. */
  readonly description?: string;

  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;

  readonly allOf?: readonly MetaSchema[];
  readonly anyOf?: readonly MetaSchema[];
  readonly oneOf?: readonly MetaSchema[];
  readonly not?: MetaSchema;
  readonly if?: MetaSchema;
  readonly then?: MetaSchema;
  readonly else?: MetaSchema;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;

  readonly items?: MetaSchema;
  readonly prefixItems?: readonly MetaSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: MetaSchema;
  readonly minContains?: number;
  readonly maxContains?: number;

  readonly properties?: Readonly<Record<string, MetaSchema>>;
  readonly patternProperties?: Readonly<Record<string, MetaSchema>>;
  readonly additionalProperties?: MetaSchema;
  readonly unevaluatedProperties?: MetaSchema;
  readonly propertyNames?: MetaSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentSchemas?: Readonly<Record<string, MetaSchema>>;
}

/** The schemas that a keyword of one schema holds, whatever form the keyword has. */
export const schemaKeywords = {
  one: [
    'not',
    'if',
    'then',
    'else',
    'items',
    'contains',
    'additionalProperties',
    'unevaluatedProperties',
    'propertyNames',
  ],
  list: ['allOf', 'anyOf', 'oneOf', 'prefixItems'],
  map: ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
} as const;
