// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import type { ValuePlaces } from './json.ts';
import type { ContentKind } from './media-type.ts';
import type { PagesData } from './pages-data.ts';
import type { SequenceData, SequenceWriter } from './sequence-data.ts';

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
  /** How one page leads to the next, where the operation pages. */
  readonly pages?: PagesData;
}

export interface PagedOperation extends OperationData {
  readonly pages: PagesData;
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
  /** Turns the items of a sequence into bytes. */
  readonly write?: SequenceWriter;
  /** How single properties of a form are written, by name. */
  readonly encoding?: Readonly<Record<string, PropertyEncoding>>;
}

export interface PropertyEncoding {
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** JSON in which some values become something else when they are read. */
export interface JsonData {
  readonly places: ValuePlaces;
}

/** How each media type is read. */
export type ContentData = Readonly<Record<string, ContentKind | JsonData | SequenceData>>;

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
  /** The address of a further page, as the server gave it; it takes the place of path and query. */
  readonly link?: string;
}
