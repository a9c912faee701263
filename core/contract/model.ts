/**
 * The one model that every later stage works on: rules, comparison and generators. Types only.
 *
 * Two contracts that mean the same are equal values here, whatever dialect or spelling they came from. Readers resolve
 * every default of the specifications, so later code asks no `??`. Text that was wrong is left out, never guessed:
 * the diagnostics that came with the contract say so.
 */
import type { Location } from '../diagnostics/location.ts';
import type { Json } from '../source/json.ts';
import type { Node } from '../source/node.ts';
import type { FragmentKind } from './references.ts';
import type { Schema, SchemaName } from './schema.ts';

export type Contract = HttpContract | EventContract;

export interface Dialect {
  readonly spec: 'openapi' | 'asyncapi';
  /** As written: `3.0.3`. */
  readonly version: string;
  /** The line of releases that share one meta-schema and one set of rules: OpenAPI 2.0, 3.0, 3.1, 3.2, AsyncAPI 2.0 … 2.6, 3.0, 3.1. */
  readonly line: string;
}

interface ContractBase {
  readonly dialect: Dialect;
  /** The root of the entry document. */
  readonly root: Node;
  readonly info: Info;
  readonly servers: readonly Server[];
  /** Tags declared at the root. */
  readonly tags: readonly Tag[];
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
  /**
   * Every schema with a name: the component schemas in document order, then whatever else a `$ref` names, in the order
   * it was met. A `Schema` refers to others by these names only, so cycles are ordinary.
   */
  readonly schemas: ReadonlyMap<SchemaName, Schema>;
  /** Everything under `components` (in 2.0: definitions, parameters, responses, securityDefinitions). */
  readonly components: readonly Component[];
  readonly extensions: Extensions;
  /**
   * Every object of the document as it is written, in the order of reading, each once, behind its references: for rules
   * about what the model normalises away, such as the text of a trait or `example` beside `examples`. Components that
   * nothing refers to are among them.
   */
  readonly objects: readonly WrittenObject[];
}

/** What an OpenAPI document describes. */
export interface HttpContract extends ContractBase {
  readonly kind: 'http';
  /** In document order. */
  readonly paths: readonly PathItem[];
  /** The operations of all paths, in document order. */
  readonly operations: readonly HttpOperation[];
  /** Requests that the service sends (OpenAPI 3.1 `webhooks`); `path` holds the webhook's name. */
  readonly webhooks: readonly HttpOperation[];
}

/** What an AsyncAPI document describes. */
export interface EventContract extends ContractBase {
  readonly kind: 'event';
  readonly channels: readonly Channel[];
  readonly operations: readonly EventOperation[];
  /** Every message that is written down, each once, whether or not a channel uses it; message traits are among them. */
  readonly messages: readonly Message[];
}

export interface WrittenObject {
  readonly kind: FragmentKind;
  readonly node: Node;
  /** The first reference that led there; undefined for one that stands in its place. */
  readonly reference: Node | undefined;
}

export interface Info {
  readonly location: Location;
  readonly title: string;
  readonly version: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly license: string | undefined;
  readonly contact: string | undefined;
  readonly extensions: Extensions;
}

/** `x-…` members as they stand, by their full name. */
export type Extensions = ReadonlyMap<string, Json>;

export interface Server {
  readonly location: Location;
  /** AsyncAPI names its servers; OpenAPI has none, 3.2 apart. */
  readonly name: string | undefined;
  /** OpenAPI: the URL template. AsyncAPI: protocol, host and pathname as one URL template. 2.0: scheme, host and basePath. */
  readonly url: string;
  readonly protocol: string | undefined;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
  readonly security: readonly SecurityRequirement[];
  readonly bindings: Bindings;
}

export interface ServerVariable {
  readonly location: Location;
  readonly name: string;
  readonly default: string | undefined;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export interface Tag {
  readonly location: Location;
  readonly name: string;
  readonly description: string | undefined;
}

export interface Component {
  readonly location: Location;
  /** The section's own name: `schemas`, `parameters`, `channels`, … */
  readonly section: string;
  readonly name: string;
  /** How often a reference names it, itself excluded. */
  readonly uses: number;
}

export interface SecurityScheme {
  readonly location: Location;
  readonly name: string;
  /** As the dialect names it: `http`, `apiKey`, `oauth2`, `openIdConnect`, `mutualTLS`, `userPassword`, … 2.0's `basic` becomes `http`. */
  readonly type: string;
  readonly description: string | undefined;
  /** For `http`: `bearer`, `basic`, …, in lower case. */
  readonly scheme: string | undefined;
  readonly bearerFormat: string | undefined;
  /** For `apiKey` and AsyncAPI's `httpApiKey`: the name of the header, query parameter or cookie. */
  readonly parameterName: string | undefined;
  readonly in: string | undefined;
  /** The scopes of all OAuth flows, by name. */
  readonly scopes: ReadonlyMap<string, string>;
  readonly openIdConnectUrl: string | undefined;
  readonly deprecated: boolean;
}

/** All of `schemes` together; a list of requirements is satisfied by any one of them. An empty map needs nothing. */
export interface SecurityRequirement {
  readonly location: Location;
  readonly schemes: ReadonlyMap<string, readonly string[]>;
}

// ── HTTP ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

export interface Example {
  /** Of the value where there is one. */
  readonly location: Location;
  /** Undefined for the singular `example`. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  /** The example as data; undefined when it is external or given as serialized text only. */
  readonly value: Json | undefined;
  /** 3.2 `serializedValue`: the bytes on the wire as text. */
  readonly serialized: string | undefined;
}

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Protocol bindings by protocol name, as they stand. */
export type Bindings = ReadonlyMap<string, Json>;

export interface Channel {
  readonly location: Location;
  /** The key in 3.x. In 2.x, where the key is the address, the same text. */
  readonly name: string;
  /** The address template; undefined when it is unknown until run time (3.x `address: null`). */
  readonly address: string | undefined;
  readonly templateNames: readonly string[];
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly parameters: readonly ChannelParameter[];
  /** By their key in 3.x; in 2.x by name, message id or an index. */
  readonly messages: readonly Message[];
  /** Names of the servers it is on; empty means all. */
  readonly servers: readonly string[];
  readonly bindings: Bindings;
  readonly extensions: Extensions;
}

export interface ChannelParameter {
  readonly location: Location;
  readonly name: string;
  readonly description: string | undefined;
  /** 2.x has a schema here; 3.x's enum, default and examples become one. Always of strings in 3.x. */
  readonly schema: Schema | undefined;
}

export interface EventOperation {
  readonly location: Location;
  /** The key in 3.x; in 2.x the operationId, or `receive <address>` and `send <address>`. */
  readonly name: string;
  readonly operationId: string | undefined;
  /** From the described application's point of view. 2.x `publish` is `receive`, `subscribe` is `send`. */
  readonly action: 'send' | 'receive';
  readonly channel: Channel;
  /** Those of the channel that the operation names, or all of them. */
  readonly messages: readonly Message[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly security: readonly SecurityRequirement[];
  readonly reply: Reply | undefined;
  readonly bindings: Bindings;
  readonly deprecated: boolean;
  readonly extensions: Extensions;
}

export interface Reply {
  readonly location: Location;
  /** Runtime expression, such as `$message.header#/replyTo`. */
  readonly address: string | undefined;
  readonly channel: Channel | undefined;
  readonly messages: readonly Message[];
}

export interface Message {
  readonly location: Location;
  readonly usedAt: Location;
  readonly key: string;
  /** The machine name: `name`, else 2.x `messageId`, else the key. */
  readonly name: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** Its own or the document's default; `application/json` when neither says. */
  readonly contentType: string;
  readonly headers: Schema | undefined;
  /** Undefined when there is none or when `foreign` tells of a format that is not JSON Schema. */
  readonly payload: Schema | undefined;
  readonly foreign: { readonly format: string; readonly location: Location } | undefined;
  readonly correlationId: string | undefined;
  readonly examples: readonly MessageExample[];
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly bindings: Bindings;
  readonly extensions: Extensions;
}

export interface MessageExample {
  readonly location: Location;
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly headers: Example | undefined;
  readonly payload: Example | undefined;
}
