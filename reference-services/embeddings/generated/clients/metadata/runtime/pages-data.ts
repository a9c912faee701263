// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** Where a value stands in a body, from the root: `['page', 'nextCursor']`. */
export type BodyPath = readonly string[];

/** How one page of an operation leads to the next. */
export type PagesData = {
  /** The list in the body; the body itself when empty. */
  readonly items: BodyPath;
  /** A boolean that says whether another page follows. */
  readonly more?: BodyPath;
} & (
  | { readonly by: 'cursor'; readonly parameter: string; readonly next: BodyPath }
  /** The URL of the next page, in the body or, without a path, in the header `Link` under the relation "next" (RFC 8288). */
  | { readonly by: 'link'; readonly next?: BodyPath }
  /** Numbers; an empty page is the last one. */
  | { readonly by: 'page'; readonly parameter: string; readonly start: number }
  | { readonly by: 'offset'; readonly parameter: string; readonly start: number }
);
