import type { Header } from '../../contract/model.ts';
import type { Direction } from '../../contract/walk.ts';
import type { Comparison, Places } from '../comparison.ts';
import { mediaTypeKey } from '../match/media-types.ts';
import { match } from '../match/pairs.ts';
import { compareSchemas } from '../schemas/compare-schemas.ts';
import { dutyOf, type Exchange, report } from './exchange.ts';
import { sameWriting } from './wire-form.ts';

interface Carrier {
  /** `response 200`. */
  readonly thing: string;
  readonly places: Places;
  readonly direction: Direction;
}

/** Compares the headers of a response. Their names have no case. */
export function compareHeaders(
  before: readonly Header[],
  after: readonly Header[],
  carrier: Carrier,
  exchange: Exchange,
): void {
  const { thing, places } = carrier;
  const { pairs, removed, added } = match(described(before), described(after), [({ name }) => name.toLowerCase()]);
  for (const [old, now] of pairs) compareHeader(old, now, carrier, exchange);
  for (const { name, required, location } of removed) {
    const rule = required ? 'response-header-removed' : 'optional-response-header-removed';
    const finding = { rule, place: `${thing} header ${name}`, what: `${thing}: the header ${name} was removed` };
    report(exchange, { ...finding, before: location, after: places.after }, 'info');
  }
  for (const { name, location } of added) {
    const rule = 'response-header-added';
    const finding = { rule, place: `${thing} header ${name}`, what: `${thing}: the header ${name} was added` };
    report(exchange, { ...finding, before: places.before, after: location });
  }
}

/** OpenAPI 3.1.1, 4.8.17: a Content-Type header is ignored; the media types say it. */
function described(headers: readonly Header[]): readonly Header[] {
  return headers.filter(({ name }) => name.toLowerCase() !== 'content-type');
}

function compareHeader(old: Header, now: Header, { thing, direction }: Carrier, exchange: Exchange): void {
  const header = `header ${old.name} of ${thing}`;
  const places = { before: old.location, after: now.location };
  const tell = (rule: string, what: string): void => {
    report(exchange, { rule, place: `${header} ${rule}`, what: `${header} ${what}`, ...places });
  };
  if (old.required && !now.required) tell('response-header-became-optional', 'may be missing now');
  if (!old.required && now.required) tell('response-header-became-required', 'is always sent now');
  const { comparison, subject } = exchange;
  if (!sameForm(old, now, comparison)) {
    tell('response-encoding-changed', 'is written in another way');
    return;
  }
  const [was, is] = [old.schema ?? old.content?.schema, now.schema ?? now.content?.schema];
  compareSchemas(
    {
      before: was,
      after: is,
      area: 'header',
      duty: dutyOf(direction),
      direction,
      subject,
      thing: header,
      part: 'response-header',
      name: `${thing.replace('response ', '')} ${old.name}`,
      at: places,
    },
    comparison,
  );
}

/** Whether the same value is the same text under both: by a schema, or by a media type. */
function sameForm(old: Header, now: Header, { before, after }: Comparison): boolean {
  const [was, is] = [old.content?.name, now.content?.name];
  if (was !== undefined || is !== undefined)
    return was !== undefined && is !== undefined && mediaTypeKey(was) === mediaTypeKey(is);
  return sameWriting(
    { parameter: { ...old, style: 'simple' }, schemas: before.schemas },
    { parameter: { ...now, style: 'simple' }, schemas: after.schemas },
  );
}
