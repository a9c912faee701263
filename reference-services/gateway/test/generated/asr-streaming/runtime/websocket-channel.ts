// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { Shape } from './websocket-shape.ts';

/** What the contract says about a channel, as data. */
export interface ChannelData extends ChannelSpec {
  /** Below the server's URL, with parameters in braces; missing when it is only known at run time. */
  readonly address?: string;
  readonly parameters?: readonly { readonly name: string; readonly default?: string }[];
  /** The URL of its first server. */
  readonly server?: string;
  /** Subprotocols that are offered unless the caller names others. */
  readonly protocols?: readonly string[];
  readonly security?: readonly CredentialPlace[];
}

/** What either side has to know of a channel. */
export interface ChannelSpec {
  readonly name: string;
  /** What comes; of several that fit a frame, the first. */
  readonly received: readonly ReceivedData[];
}

/** A message that comes. */
export interface ReceivedData {
  readonly name: string;
  readonly format: FrameFormat;
  /** What every payload of it has in common; missing when the contract says nothing. */
  readonly shape?: Shape;
  /** Where the payload holds what it shares with the message that it answers. */
  readonly correlation?: readonly string[];
}

/** A message that is sent. */
export interface SentData {
  readonly name: string;
  readonly format: FrameFormat;
  /** Members that the contract leaves no choice about. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly correlation?: readonly string[];
  /** The names of the messages that answer it. */
  readonly answers?: readonly string[];
}

/** JSON and text travel in text frames, bytes in binary ones. */
export type FrameFormat = 'json' | 'text' | 'bytes';

/** Where the credential for a scheme goes in the handshake. */
export type CredentialPlace =
  | { readonly scheme: string; readonly type: 'bearer' | 'basic' }
  | {
      readonly scheme: string;
      readonly type: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
    };

/** A message by its name in the contract, with its payload. */
export interface SocketMessage {
  readonly name: string;
  readonly payload: unknown;
}
