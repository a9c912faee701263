// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/**
 * What the generator writes down about a contract: plain data, read by the code in this folder. Nothing of it is ever
 * evaluated, so a hostile contract stays text.
 */

import type { BodyKind } from './media-type.ts';

/** JSON Schema 2020-12. References are `#/$defs/<name>` into the schemas of the whole contract. */
export type JsonSchema = boolean | SchemaKeywords;

/** The keywords that this code reads itself; the others only matter to validation. */
export interface SchemaKeywords {
  readonly $ref?: unknown;
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly allOf?: unknown;
  readonly anyOf?: unknown;
  readonly oneOf?: unknown;
  readonly if?: unknown;
  readonly then?: unknown;
  readonly else?: unknown;
  readonly dependentSchemas?: unknown;
  readonly properties?: unknown;
  readonly patternProperties?: unknown;
  readonly additionalProperties?: unknown;
  readonly unevaluatedProperties?: unknown;
  readonly prefixItems?: unknown;
  readonly items?: unknown;
  readonly unevaluatedItems?: unknown;
  readonly [keyword: string]: unknown;
}

export interface OperationSpec {
  readonly id: string;
  /** Upper case. */
  readonly method: string;
  /** The template of the contract: `/pets/{petId}`. */
  readonly path: string;
  readonly parameters: readonly ParameterSpec[];
  readonly body?: BodySpec;
  readonly responses: readonly ResponseSpec[];
  /** Any one of them suffices; within one, every scheme is needed. Empty: nobody is asked. */
  readonly security: readonly SecurityRequirementSpec[];
}

/** `querystring` is OpenAPI 3.2's: the whole query string is one value. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'tabDelimited'
  | 'deepObject'
  | 'cookie';

export interface ParameterSpec {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowEmptyValue?: boolean;
  /** Set when the value is a document of this media type instead of being written in a style. */
  readonly contentType?: string;
  /** How a form in the query string writes its properties. */
  readonly encoding?: { readonly [property: string]: EncodingSpec };
  readonly schema: JsonSchema;
  /** Stands in for a parameter that is not sent. */
  readonly default?: unknown;
}

export interface BodySpec {
  readonly required: boolean;
  readonly content: readonly BodyContentSpec[];
}

export interface BodyContentSpec {
  /** A media type or range, as the contract writes it. */
  readonly type: string;
  /** How it is read and written, where its name does not say it. */
  readonly kind?: BodyKind;
  readonly schema?: JsonSchema;
  /** How forms write a property, by its name; whoever is not listed takes the defaults of the media type. */
  readonly encoding?: { readonly [property: string]: EncodingSpec };
  /** The properties of a form that are files. */
  readonly binary?: readonly string[];
  /** Set where the body is a sequence of values that travel one by one. */
  readonly sequence?: SequenceKind;
  /** What each value of the sequence keeps to. */
  readonly items?: JsonSchema;
}

/** How a sequence parts its values: as `text/event-stream` does, as JSON lines do, or as RFC 7464 (`json-seq`) does. */
export type SequenceKind = 'events' | 'lines' | 'records';

export interface EncodingSpec {
  readonly contentType?: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

export interface ResponseSpec {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly headers: readonly HeaderSpec[];
  /** Empty: the response has no body. */
  readonly content: readonly BodyContentSpec[];
}

export interface HeaderSpec {
  readonly name: string;
  readonly required: boolean;
  readonly explode: boolean;
  readonly schema?: JsonSchema;
  readonly contentType?: string;
}

export interface SecurityRequirementSpec {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

/** How a request presents the credentials of one scheme. */
export type SecuritySchemeSpec =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  /** Any other scheme of the `Authorization` header, in lower case. */
  | { readonly kind: 'http'; readonly scheme: string }
  | { readonly kind: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  /** Nothing that this code reads: a client certificate, or a scheme that it does not know. */
  | { readonly kind: 'request' };
