import type { Dialect } from './shapes/print-schema.ts';
import type { Components, Shape } from './shapes/shape.ts';

/** A contract before it is written down in one of the dialects. */
export interface ContractPlan {
  readonly dialect: Dialect;
  readonly components: Components;
  readonly operations: readonly OperationPlan[];
}

export interface OperationPlan {
  /** As the contract writes it: `get`, or the name of an additional operation. */
  readonly method: string;
  /** The template; no two operations have the same. */
  readonly path: string;
  readonly operationId?: string | undefined;
  readonly parameters: readonly ParameterPlan[];
  readonly body?: BodyPlan | undefined;
  readonly responses: readonly ResponsePlan[];
}

export type Place = 'path' | 'query' | 'header' | 'cookie' | 'querystring';

export interface ParameterPlan {
  readonly in: Place;
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
  readonly preset?: { readonly value: unknown } | undefined;
  readonly written: StyledPlan | ContentPlan;
}

export interface StyledPlan {
  readonly kind: 'style';
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

/** The value is a document of a media type. */
export interface ContentPlan {
  readonly kind: 'content';
  readonly type: string;
}

export interface BodyPlan {
  readonly required: boolean;
  readonly content: readonly MediaPlan[];
}

export type MediaKind = 'json' | 'text' | 'form' | 'multipart' | 'binary' | 'sequence';

export interface MediaPlan {
  /** A media type or range. */
  readonly type: string;
  readonly kind: MediaKind;
  /** Of a sequence the shape of its items. */
  readonly shape: Shape;
  readonly encoding?: ReadonlyMap<string, EncodingPlan>;
}

export interface EncodingPlan {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface ResponsePlan {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly headers: readonly HeaderPlan[];
  readonly content: readonly MediaPlan[];
}

export interface HeaderPlan {
  readonly name: string;
  readonly required: boolean;
  readonly explode: boolean;
  readonly shape: Shape;
  /** Written as JSON. */
  readonly json: boolean;
}
