import type { HttpOperation } from '../../../core/contract/model.ts';
import { isObject, type Json } from '../../../core/source/json.ts';
import type { BodyPath, PagesData } from '../runtime/pages-data.ts';

/**
 * What an operation says of its pages itself: `x-pagination`, or `x-ms-pageable` as documents of Azure have it. A text is
 * a complaint, `none` means that it does not page.
 */
export function toldPages({ extensions }: HttpOperation): PagesData | string | 'none' | undefined {
  const own = extensions.get('x-pagination');
  if (own !== undefined) return own === false ? 'none' : readOwn(own);
  const pageable = extensions.get('x-ms-pageable');
  if (pageable === undefined || !isObject(pageable)) return undefined;
  const { nextLinkName, itemName = 'value' } = pageable;
  if (typeof nextLinkName !== 'string' || typeof itemName !== 'string') return 'none';
  return { items: [itemName], by: 'link', next: [nextLinkName] };
}

function readOwn(told: Json): PagesData | string {
  if (!isObject(told)) return 'it is neither an object nor false';
  const items = pointer(told.items ?? '');
  if (items === undefined) return '"items" is no JSON pointer';
  const more = told.more === undefined ? undefined : pointer(told.more);
  const common = { items, ...(more === undefined ? {} : { more }) };
  const { cursor, page, offset, link, start } = told;
  const ways = [cursor, page, offset, link].filter((way) => way !== undefined);
  if (ways.length !== 1) return 'it needs one of "cursor", "page", "offset" and "link"';
  if (typeof cursor === 'string') {
    const next = pointer(told.next ?? null);
    return next === undefined ? '"next" is no JSON pointer' : { ...common, by: 'cursor', parameter: cursor, next };
  }
  if (typeof page === 'string') return { ...common, by: 'page', parameter: page, start: numberOr(start, 1) };
  if (typeof offset === 'string') return { ...common, by: 'offset', parameter: offset, start: numberOr(start, 0) };
  if (link === 'header') return { ...common, by: 'link' };
  const next = pointer(link ?? null);
  return next === undefined ? '"link" is neither a JSON pointer nor "header"' : { ...common, by: 'link', next };
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
}

/** RFC 6901. */
function pointer(text: Json): BodyPath | undefined {
  if (typeof text !== 'string' || !/^(\/|$)/.test(text)) return undefined;
  return text
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
