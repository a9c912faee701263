import type { Node } from '../../source/node.ts';

/** The dialects of JSON Schema that contracts are written in. AsyncAPI's own superset is `json-schema-draft-07`. */
export type SchemaDialect = 'openapi-2.0' | 'openapi-3.0' | 'json-schema-2020-12' | 'json-schema-draft-07';

/** What a dialect knows. A keyword that it does not know has no meaning in it and is left out. */
export interface Features {
  /** `$ref` stands with siblings, as in 2020-12; elsewhere it replaces the whole schema. */
  readonly refSiblings: boolean;
  /** Draft 4: `exclusiveMinimum: true` beside `minimum`. */
  readonly booleanBounds: boolean;
  readonly nullable: boolean;
  /** `anyOf`, `oneOf`, `not`, `writeOnly`, `deprecated`: all but 2.0. */
  readonly unions: boolean;
  /** `const`, `if`, `contains`, `patternProperties`, `propertyNames`, `examples`, boolean schemas, lists of types. */
  readonly draft06: boolean;
  /** `items` as a list and `dependencies`. */
  readonly draft07Arrays: boolean;
  /** `prefixItems`, `unevaluated…`, `dependent…`, `minContains`, `contentSchema`, `$dynamicRef`. */
  readonly draft2020: boolean;
  /** OpenAPI's `example`. */
  readonly example: boolean;
  /** `discriminator` is the name of the property; OpenAPI 3.x has an object there. */
  readonly namedDiscriminator: boolean;
}

const none: Features = {
  refSiblings: false,
  booleanBounds: false,
  nullable: false,
  unions: true,
  draft06: false,
  draft07Arrays: false,
  draft2020: false,
  example: false,
  namedDiscriminator: false,
};

export const features: Readonly<Record<SchemaDialect, Features>> = {
  'openapi-2.0': { ...none, booleanBounds: true, unions: false, example: true, namedDiscriminator: true },
  'openapi-3.0': { ...none, booleanBounds: true, nullable: true, example: true },
  'json-schema-draft-07': { ...none, draft06: true, draft07Arrays: true, namedDiscriminator: true },
  'json-schema-2020-12': { ...none, refSiblings: true, draft06: true, draft2020: true, example: true },
};

/**
 * The dialect of the schema at `node`: what its own `$schema` says, what that of its file says when a reference led
 * there, or else the one around it. OpenAPI 2.0 and 3.0 fix their dialect and know no `$schema`.
 */
export function dialectOf(node: Node, around: SchemaDialect, entered: boolean): SchemaDialect {
  if (!features[around].draft06) return around;
  return (
    dialectNamed(node.string('$schema')) ??
    (entered ? dialectNamed(rootOf(node).string('$schema')) : undefined) ??
    around
  );
}

/** What a `$schema` or a `jsonSchemaDialect` stands for; undefined for one that is not known here. */
export function dialectNamed(uri: string | undefined): SchemaDialect | undefined {
  if (uri === undefined) return undefined;
  if (/\/draft-0[67]\/schema/.test(uri)) return 'json-schema-draft-07';
  if (/\/draft\/20(19-09|20-12)\/|spec\.openapis\.org\/oas\/3\.[12]\//.test(uri)) return 'json-schema-2020-12';
  return undefined;
}

function rootOf(node: Node): Node {
  let at = node;
  while (at.parent !== undefined) at = at.parent;
  return at;
}
