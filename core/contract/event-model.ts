/** What AsyncAPI describes: a part of the model, see model.ts. */
import type { Location } from '../diagnostics/location.ts';
import type { Json } from '../source/json.ts';
import type { Bindings, Example, Extensions, SecurityRequirement } from './model.ts';
import type { Schema } from './schema.ts';

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
  readonly foreign: Foreign | undefined;
  readonly correlationId: string | undefined;
  readonly examples: readonly MessageExample[];
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly bindings: Bindings;
  readonly extensions: Extensions;
}

/** A payload in another language than JSON Schema, such as Avro: as it stands, unread. */
export interface Foreign {
  readonly format: string;
  readonly location: Location;
  readonly value: Json;
}

export interface MessageExample {
  readonly location: Location;
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly headers: Example | undefined;
  readonly payload: Example | undefined;
}
