import { type Token, wordAt } from '../tokens.ts';
import { type Finder, placeOf } from './scan.ts';

/** Longer local parts, domains and addresses are none (RFC 5321). */
const [mostLocal, mostDomain] = [64, 255];

/** E-mail addresses: from each @ to both sides. */
export const findEmails: Finder = function* find({ text }) {
  let past = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = backWhile(text, at, /[\w.%+-]/, Math.max(past, at - mostLocal));
    const end = trimEnd(text, forwardWhile(text, at + 1, /[\w.-]/, at + 1 + mostDomain), /[.-]/);
    const domain = text.slice(at + 1, end);
    if (start === at || !/^[\w-]+(?:\.[\w-]+){1,8}$/.test(domain) || !/[a-z]{2}$/i.test(domain)) continue;
    yield { start, end };
    past = end;
  }
};

/** Words that say that an address comes, so that it begins after them. */
const beginsAfter = new Set([
  'là',
  'email',
  'mail',
  'chỉ',
  'qua',
  'về',
  'đến',
  'tới',
  'cho',
  'thư',
  'ở',
  'gmail',
  'vào',
  'của',
  'hòm',
]);
const inAddress = new Set(['chấm', 'gạch', 'dưới', 'ngang']);
const domainEnds = new Set(['com', 'vn', 'net', 'org', 'edu', 'gov', 'info', 'io', 'vê', 'việt']);

/** Addresses that are read out: `lan chấm nguyễn a còng gờ meo chấm com`. */
export const findSpokenEmails: Finder = function* find(scan) {
  const { tokens } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    if (wordAt(tokens, index) !== 'a' || !['còng', 'vòng', 'móc'].includes(wordAt(tokens, index + 1))) continue;
    const end = endOfDomain(tokens, index + 2);
    const start = startOfLocal(tokens, index);
    if (end !== undefined && start < index) yield placeOf(scan, start, end);
  }
};

function endOfDomain(tokens: readonly Token[], index: number): number | undefined {
  let end: number | undefined;
  for (let place = index; place < index + 10; place += 1) {
    if (wordAt(tokens, place) !== 'chấm') continue;
    if (!domainEnds.has(wordAt(tokens, place + 1))) continue;
    end = place + 2;
    if (wordAt(tokens, end) === 'nờ' || wordAt(tokens, end) === 'en') end += 1;
  }
  return end;
}

/** Back to the word that announces it; without one, over what is linked by `chấm` and the like. */
function startOfLocal(tokens: readonly Token[], at: number): number {
  for (let place = at - 1; place >= Math.max(0, at - 8); place -= 1) {
    if (beginsAfter.has(wordAt(tokens, place))) return place + 1;
  }
  let start = at - 1;
  while (start > Math.max(0, at - 12) && isLinked(tokens, start)) start -= 1;
  return Math.max(0, start);
}

function isLinked(tokens: readonly Token[], index: number): boolean {
  const isLink = (place: number) => inAddress.has(wordAt(tokens, place)) || tokens[place]?.kind === 'digits';
  return isLink(index) || isLink(index - 1);
}

/** IPv4 and IPv6 addresses and those of network cards, in figures or with `chấm` between the numbers. */
export const findAddresses: Finder = function* find(scan) {
  const { tokens, text } = scan;
  for (let index = 0; index < tokens.length; index += 1) {
    const end = ipv4At(tokens, index);
    if (end !== undefined) {
      yield placeOf(scan, index, end);
      index = end - 1;
      continue;
    }
    const first = tokens[index];
    if (first === undefined || !isHex(first.text) || isInside(text, first.start)) continue;
    const stop = trimEnd(text, forwardWhile(text, first.start, /[0-9a-f:]/i, first.start + 45), /:/);
    const written = text.slice(first.start, stop);
    if (
      !/^(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{0,4}$|^(?:[0-9a-f]{2}[:]){5}[0-9a-f]{2}$|^[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f:]{0,24}$/i.test(
        written,
      )
    )
      continue;
    yield { start: first.start, end: stop };
    while ((tokens[index + 1]?.start ?? stop) < stop) index += 1;
  }
};

function ipv4At(tokens: readonly Token[], index: number): number | undefined {
  const before = tokens[index - 1];
  if (before?.text === '.' && before.end === tokens[index]?.start) return undefined;
  for (let octet = 0; octet < 4; octet += 1) {
    const number = tokens[index + octet * 2];
    if (number?.kind !== 'digits' || !/^(?:0|[1-9]\d{0,2})$/.test(number.text) || Number(number.text) > 255)
      return undefined;
    const dot = tokens[index + octet * 2 + 1];
    if (octet < 3 && !(dot?.text === '.' && dot.start === number.end) && dot?.lower !== 'chấm') return undefined;
  }
  const isVersion = ['bản', 'version', 'v'].includes(before?.lower ?? '');
  const after = tokens[index + 7];
  const goesOn = after?.text === '.' && tokens[index + 8]?.start === after.end && tokens[index + 8]?.kind === 'digits';
  return isVersion || goesOn ? undefined : index + 7;
}

function isHex(text: string): boolean {
  return text.length <= 4 && /^[0-9a-f]+$/i.test(text);
}

function isInside(text: string, start: number): boolean {
  return start > 0 && /[\w:.]/.test(text[start - 1] ?? '');
}

/** Pages of people in social networks, and the names that they go by there. */
export const findSocialAccounts: Finder = function* find({ text, tokens }) {
  let past = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.start < past) continue;
    const site = sites.has(token.lower) ? siteAt(tokens, index) : undefined;
    const from = site ?? (token.text === '@' ? handleAt(text, tokens, index) : undefined);
    if (from === undefined) continue;
    const end = trimEnd(text, forwardWhile(text, from, /[\w./?=@-]/, from + 100), /[.?]/);
    if (end - from < 3) continue;
    past = end;
    yield { start: site === undefined ? token.start : startOfUrl(text, token.start), end };
  }
};

const sites = new Set(['facebook', 'fb', 'instagram', 'tiktok', 'linkedin', 'twitter', 'x', 't', 'zalo', 'm']);
const siteEnds = new Set(['com', 'me', 'vn']);

/** After the `/` of `facebook.com/`. */
function siteAt(tokens: readonly Token[], index: number): number | undefined {
  const [, dot, top, slash] = tokens.slice(index, index + 4);
  const isSite = dot?.text === '.' && siteEnds.has(top?.lower ?? '') && slash?.text === '/' && slash.start === top?.end;
  return isSite ? slash.end : undefined;
}

/** `@name` after the name of a network; elsewhere it may be anything. */
function handleAt(text: string, tokens: readonly Token[], index: number): number | undefined {
  const at = tokens[index];
  if (at === undefined || /\w/.test(text[at.start - 1] ?? '')) return undefined;
  for (let place = index - 1; place >= Math.max(0, index - 5); place -= 1) {
    if (networks.has(wordAt(tokens, place))) return at.end;
  }
  return undefined;
}

const networks = new Set([
  'facebook',
  'instagram',
  'tiktok',
  'telegram',
  'twitter',
  'zalo',
  'threads',
  'skype',
  'viber',
  'insta',
]);

function startOfUrl(text: string, start: number): number {
  return backWhile(text, start, /[\w:/.]/, Math.max(0, start - 12));
}

/** The characters before `from` that are of the class, not past `least`. */
export function backWhile(text: string, from: number, of: RegExp, least: number): number {
  let start = from;
  while (start > least && of.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

/** The characters from `from` on that are of the class, not past `most`. */
export function forwardWhile(text: string, from: number, of: RegExp, most: number): number {
  let end = from;
  while (end < Math.min(most, text.length) && of.test(text[end] ?? '')) end += 1;
  return end;
}

export function trimEnd(text: string, end: number, of: RegExp): number {
  let trimmed = end;
  while (trimmed > 0 && of.test(text[trimmed - 1] ?? '')) trimmed -= 1;
  return trimmed;
}
