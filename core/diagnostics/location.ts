/** A point in a text. `line` and `column` count from 1, `offset` from 0; columns and offsets count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The text that a location points into. */
export interface SourceText {
  /** How people name the file: relative to the project root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * A place in a source. `pointer` is a JSON pointer (RFC 6901) into the parsed value, empty for the whole document.
 * `range` is computed when it is first read: most locations are never printed.
 */
export interface Location {
  readonly source: SourceText;
  readonly pointer: string;
  readonly range: Range;
}

/** `contracts/search/openapi.yaml:41:7`, the form that editors and terminals turn into a link. */
export function printLocation(location: Location): string {
  const { line, column } = location.range.start;
  return `${location.source.path}:${line}:${column}`;
}
