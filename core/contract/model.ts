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
import type { Channel, EventOperation, Message } from './event-model.ts';
import type { HttpOperation, PathItem } from './http-model.ts';
import type { FragmentKind } from './references.ts';
import type { Schema, SchemaName } from './schema.ts';

export type * from './event-model.ts';
export type * from './http-model.ts';

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
  /** For `oauth2`, in document order: the ways to get a token. */
  readonly flows: readonly OAuthFlow[];
  /** OpenAPI 3.2: where the authorization server describes itself (RFC 8414). */
  readonly oauth2MetadataUrl: string | undefined;
  readonly openIdConnectUrl: string | undefined;
  readonly deprecated: boolean;
}

export interface OAuthFlow {
  readonly location: Location;
  /** As 3.x names it: 2.0's `application` is `clientCredentials`, its `accessCode` is `authorizationCode`. */
  readonly type: string;
  readonly authorizationUrl: string | undefined;
  readonly tokenUrl: string | undefined;
  readonly refreshUrl: string | undefined;
  /** OpenAPI 3.2, for `deviceAuthorization` (RFC 8628). */
  readonly deviceAuthorizationUrl: string | undefined;
  /** What a token of this flow may be asked for, by name. */
  readonly scopes: ReadonlyMap<string, string>;
}

/** All of `schemes` together; a list of requirements is satisfied by any one of them. An empty map needs nothing. */
export interface SecurityRequirement {
  readonly location: Location;
  readonly schemes: ReadonlyMap<string, readonly string[]>;
}

/** Protocol bindings by protocol name. */
export type Bindings = ReadonlyMap<string, Binding>;

export interface Binding {
  /** The members that are data, as they stand; the whole under an empty name where the binding is no object. */
  readonly fields: ReadonlyMap<string, Json>;
  /** The members that are schemas, such as the `key` of kafka and the `query` of http. */
  readonly schemas: ReadonlyMap<string, Schema>;
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
