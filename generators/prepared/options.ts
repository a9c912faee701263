/** What an emitter knows; all of it by default. */
export interface PrepareOptions {
  /** Whether the emitter knows `4XX`. Else what a range says goes to `default`. */
  readonly statusRanges?: boolean;
  /** Whether the emitter can send a list or an object in a path or a header. Else it takes the text that is sent. */
  readonly structuredPlaces?: boolean;
  /** Whether the emitter knows `spaceDelimited` and `pipeDelimited`. Else it takes the text that is sent. */
  readonly delimitedStyles?: boolean;
  /** Whether the emitter can send cookies. Else they are left out and reported. */
  readonly cookies?: boolean;
}
