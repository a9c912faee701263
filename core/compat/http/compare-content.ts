import type { MediaType } from '../../contract/model.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Witness } from '../change.ts';
import type { Places } from '../comparison.ts';
import { covers, describing, mediaTypeKey } from '../match/media-types.ts';
import type { SchemaArea } from '../rules/schema-rules.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { compareEncoding } from './compare-encoding.ts';
import { dutyOf, type Exchange, report } from './exchange.ts';

interface Body {
  readonly area: SchemaArea;
  readonly part: Witness['part'];
  /** `request body`, `response 200`. */
  readonly thing: string;
  readonly direction: Direction;
  readonly places: Places;
}

/** Compares the media types of a body: those that exist no more or are new, and the schemas of those that meet. */
export function compareContent(
  before: readonly MediaType[],
  after: readonly MediaType[],
  body: Body,
  exchange: Exchange,
): void {
  const met = new Map<MediaType, Set<MediaType>>();
  const meet = (old: MediaType, now: MediaType): void => {
    const known = met.get(old) ?? new Set();
    if (known.has(now)) return;
    met.set(old, known.add(now));
    compareMediaType(old, now, body, exchange);
  };
  const isResponse = body.area === 'response';
  const { thing, places } = body;
  for (const old of before) {
    const now = describing(old.name, after);
    const within = after.filter((each) => covers(old.name, each.name));
    if (now !== undefined) meet(old, now);
    // A response of a range is kept by any type within it; a request of a range has to be accepted as a whole.
    if (now !== undefined || (isResponse && within.length > 0)) continue;
    const rule = isResponse ? 'response-media-type-removed' : 'request-media-type-removed';
    const what = `${thing} is no longer ${old.name}`;
    report(exchange, { rule, place: `${thing} ${old.name}`, what, before: old.location, after: places.after });
  }
  for (const now of after) {
    const old = describing(now.name, before);
    // The exact type, where both have it, says what was meant; ranges beside it are for other types.
    if (old !== undefined) {
      if (isResponse || mediaTypeKey(old.name) === mediaTypeKey(now.name)) meet(old, now);
      continue;
    }
    const rule = isResponse ? 'response-media-type-added' : 'request-media-type-added';
    const what = `${thing} may be ${now.name} now`;
    report(exchange, { rule, place: `${thing} ${now.name}`, what, before: places.before, after: now.location });
  }
}

function compareMediaType(old: MediaType, now: MediaType, body: Body, exchange: Exchange): void {
  const { area, part, thing, direction } = body;
  const common = {
    area,
    duty: dutyOf(direction),
    direction,
    subject: exchange.subject,
    part,
    name: part === 'response-body' ? `${thing.replace('response ', '')} ${old.name}` : old.name,
    at: { before: old.location, after: now.location },
  };
  const { comparison } = exchange;
  compareSchemas({ ...common, before: old.schema, after: now.schema, thing: `${thing} ${old.name}` }, comparison);
  if (old.itemSchema !== undefined || now.itemSchema !== undefined) {
    const items = { before: old.itemSchema, after: now.itemSchema, thing: `item of ${thing} ${old.name}` };
    compareSchemas({ ...common, ...items }, comparison);
  }
  compareEncoding(old, now, body, exchange);
}
