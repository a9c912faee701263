// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ContentKind } from './media-type.ts';

/** What the contract says about an operation, as far as sending it takes. */
export interface OperationData {
  readonly id: string;
  /** As it goes on the wire: `GET`. */
  readonly method: string;
  /** The template: `/pets/{petId}`. */
  readonly path: string;
  readonly parameters?: readonly ParameterData[];
  readonly body?: BodyData;
  /** By status, range or `default`. */
  readonly responses: Readonly<Record<string, ContentData>>;
  /** Any one of these suffices; each names schemes that apply together. */
  readonly security?: readonly (readonly string[])[];
  /** Where the operation lives if not on the servers of the whole contract. */
  readonly servers?: readonly ServerData[];
}

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

export interface ParameterData {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly name: string;
  /** `simple` in paths and headers, `form` elsewhere, when left out. */
  readonly style?: ParameterStyle;
  /** True for `form` and `cookie`, else false, when left out. */
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The value is written in this media type instead of a style. */
  readonly content?: string;
}

export interface BodyData {
  readonly content: Readonly<Record<string, BodyContent>>;
}

export interface BodyContent {
  readonly kind: ContentKind;
  /** How single properties of a form are written, by name. */
  readonly encoding?: Readonly<Record<string, PropertyEncoding>>;
}

export interface PropertyEncoding {
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** How each media type is read. */
export type ContentData = Readonly<Record<string, ContentKind>>;

export interface ServerData {
  readonly url: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The values of one call, grouped by where they travel. */
export interface OperationInput {
  readonly path?: object;
  readonly query?: object;
  readonly headers?: object;
  readonly cookies?: object;
  readonly querystring?: unknown;
  readonly body?: unknown;
  readonly contentType?: string | undefined;
}
