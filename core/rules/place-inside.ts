import type { Location } from '../diagnostics/location.ts';
import { Source } from '../source/source.ts';

/** A place further inside the value at `location`, or the nearest one around it that exists in the text. */
export function placeInside(location: Location, pointer: string): Location {
  return location.source instanceof Source ? location.source.at(`${location.pointer}${pointer}`) : location;
}
