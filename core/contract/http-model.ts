/** What OpenAPI describes: a part of the model, see model.ts. */
import type { Location } from '../diagnostics/location.ts';
import type { Json } from '../source/json.ts';
import type { Example, Extensions, SecurityRequirement, Server } from './model.ts';
import type { Schema } from './schema.ts';

export interface PathItem {
  readonly location: Location;
  /** The template: `/pets/{petId}`. */
  readonly path: string;
  /** The names in braces, in order, as written; duplicates included. */
  readonly templateNames: readonly string[];
  /** Parameters declared for every operation of the path. */
  readonly parameters: readonly Parameter[];
  readonly operations: readonly HttpOperation[];
  readonly extensions: Extensions;
}

export interface HttpOperation {
  readonly location: Location;
  /** Lower case: `get`, `put`, …, `query`; names under 3.2's `additionalOperations` as written. */
  readonly method: string;
  /** The path template, or the name of a webhook, or the runtime expression of a callback. */
  readonly path: string;
  readonly operationId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** Path and operation level merged, the latter winning by name and place; references resolved. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** In document order. */
  readonly responses: readonly Response[];
  /** What applies: the operation's own or else the document's. Empty means that nobody is asked. */
  readonly security: readonly SecurityRequirement[];
  /** Whether the operation says it itself. */
  readonly declaresSecurity: boolean;
  /** What applies: the operation's, the path's or the document's. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly Callback[];
  readonly extensions: Extensions;
}

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie' | 'querystring';
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie'
  /** 2.0's `collectionFormat: tsv`, which 3.x has no word for. */
  | 'tabDelimited';

export interface Parameter {
  /** The parameter itself, behind any reference. */
  readonly location: Location;
  /** Where the operation or path lists it; equals `location` without a reference. */
  readonly usedAt: Location;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** Resolved default: `simple` for path and header, `form` for query and cookie. */
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  /** Exactly one of `schema` and `content` in a legal document. */
  readonly schema: Schema | undefined;
  readonly content: MediaType | undefined;
  readonly examples: readonly Example[];
  readonly declaredAt: 'path' | 'operation';
  readonly extensions: Extensions;
}

export interface RequestBody {
  readonly location: Location;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly content: readonly MediaType[];
  readonly extensions: Extensions;
}

export interface MediaType {
  readonly location: Location;
  /** A media type or range, as written: `application/json`, `text/*`. */
  readonly name: string;
  readonly schema: Schema | undefined;
  /** OpenAPI 3.2: the schema of each item of a sequential type such as `application/jsonl` or `text/event-stream`. */
  readonly itemSchema: Schema | undefined;
  readonly examples: readonly Example[];
  /** By property name. */
  readonly encoding: ReadonlyMap<string, Encoding>;
}

export interface Encoding {
  readonly location: Location;
  readonly contentType: string | undefined;
  readonly headers: readonly Header[];
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

export interface Response {
  /** The response itself, behind any reference. */
  readonly location: Location;
  /** Its key in the operation. */
  readonly usedAt: Location;
  /** `200`, `4XX` or `default`, as written. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  readonly links: readonly Link[];
  readonly extensions: Extensions;
}

export interface Header {
  readonly location: Location;
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly explode: boolean;
  readonly schema: Schema | undefined;
  readonly content: MediaType | undefined;
  readonly examples: readonly Example[];
}

export interface Link {
  readonly location: Location;
  readonly name: string;
  readonly operationId: string | undefined;
  readonly operationRef: string | undefined;
  readonly parameters: ReadonlyMap<string, Json>;
}

export interface Callback {
  readonly location: Location;
  readonly name: string;
  /** Requests that the service sends to `operation.path`, a runtime expression. */
  readonly operations: readonly HttpOperation[];
}
