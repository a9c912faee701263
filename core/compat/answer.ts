import type { Location } from '../diagnostics/location.ts';
import type { Json } from '../source/json.ts';

/** Whether every value that one schema accepts is accepted by another. */
export type Answer =
  | { readonly kind: 'contained' }
  /** `value` is accepted by the first and refused by the second; it was checked by an independent validator. */
  | {
      readonly kind: 'witness';
      readonly value: Json;
      /** JSON pointer into `value` to what makes the difference. */
      readonly pointer: string;
      /** The keyword of the refusing schema: `maximum`, `enum`, `required`, … */
      readonly keyword: string;
      /** In words, to stand after "because": `/age must be at most 10, but is 11`. */
      readonly reason: string;
      /** The subschemas that differ there. */
      readonly first: Location;
      readonly second: Location;
    }
  | { readonly kind: 'undecided'; readonly reason: string; readonly first: Location; readonly second: Location };
