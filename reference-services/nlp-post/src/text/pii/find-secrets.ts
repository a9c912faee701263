import { Phrases } from '../phrases.ts';
import type { Token } from '../tokens.ts';
import { backWhile, forwardWhile, trimEnd } from './find-online.ts';
import type { Finder } from './scan.ts';

const cues = Phrases.of(
  'mật khẩu, password, passwd, pass, mã pin, mã otp, otp, mã xác thực, api key, secret, token, khóa bí mật, khoá bí mật',
);
const fillers = new Set([
  'là',
  ':',
  '=',
  'wifi',
  'của',
  'tôi',
  'em',
  'mình',
  'anh',
  'chị',
  'đăng',
  'nhập',
  'mới',
  'cũ',
  '"',
  'vào',
  'hệ',
  'thống',
]);

/** Passwords that are told: what stands after the cue and is no plain word. */
export const findPasswords: Finder = function* find({ text, tokens }) {
  for (let index = 0; index < tokens.length; index += 1) {
    const cue = cues.at(tokens, index);
    if (cue === undefined) continue;
    let place = cue.end;
    while (place < cue.end + 8 && fillers.has(tokens[place]?.lower ?? '')) place += 1;
    const first = tokens[place];
    if (first === undefined) continue;
    const end = trimEnd(text, forwardWhile(text, first.start, /\S/, first.start + 128), /["'.,;!?)]/);
    const secret = text.slice(first.start, end);
    if (secret.length < 4 || !/\d|[^\p{L}\p{M}]/u.test(secret) || first.kind === 'placeholder') continue;
    yield { start: first.start, end };
    index = lastBefore(tokens, place, end);
  }
};

function lastBefore(tokens: readonly Token[], index: number, end: number): number {
  let last = index;
  while ((tokens[last + 1]?.start ?? end) < end) last += 1;
  return last;
}

/** How the keys of well-known services begin, and what follows. */
const keys = [
  ...([
    /^sk-[\w-]{16,}$/,
    /^sk_(?:live|test)_\w{16,}$/,
    /^gh[pousr]_\w{20,}$/,
    /^github_pat_\w{20,}$/,
    /^glpat-[\w-]{16,}$/,
  ] as const),
  ...([
    /^(?:AKIA|ASIA)[A-Z0-9]{16}$/,
    /^AIza[\w-]{30,}$/,
    /^xox[abprs]-[\w-]{10,}$/,
    /^npm_\w{30,}$/,
    /^hf_\w{20,}$/,
  ] as const),
  ...([/^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}$/, /^[\w-]{24}\.[\w-]{6}\.[\w-]{27,}$/] as const),
];

const mostKey = 4096;

/** Keys of services and signed tokens: every piece between spaces is looked at once. */
export const findKeys: Finder = function* find({ text }) {
  for (const { piece, start } of pieces(text)) {
    const from = piece.search(/[\w]/);
    if (piece.length < 20 || piece.length > mostKey || from < 0) continue;
    const bare = piece.slice(from, trimEnd(piece, piece.length, /[^\w-]/));
    const key = bare.includes('=') ? bare.slice(bare.indexOf('=') + 1) : bare;
    if (!keys.some((pattern) => pattern.test(key))) continue;
    const offset = start + from + bare.length - key.length;
    yield { start: offset, end: offset + key.length };
  }
};

/** `scheme://name:secret@host`: all of the name and the secret. */
export const findCredentials: Finder = function* find({ text }) {
  for (let mark = text.indexOf('://'); mark >= 0; mark = text.indexOf('://', mark + 3)) {
    const end = forwardWhile(text, mark + 3, /[^\s/@?#]/, mark + 3 + 256);
    if (text[end] !== '@' || !text.slice(mark + 3, end).includes(':')) continue;
    const start = backWhile(text, mark, /[a-z0-9+.-]/i, Math.max(0, mark - 20));
    const stop = forwardWhile(text, end, /[^\s"'<>]/, end + 512);
    yield { start, end: trimEnd(text, stop, /[.,;)]/) };
  }
};

const [keyBegins, keyEnds] = ['-----BEGIN ', '-----END '];

/** A private key in PEM, with all that is between its two lines. */
export const findPrivateKeys: Finder = function* find({ text }) {
  let past = 0;
  for (let start = text.indexOf(keyBegins); start >= 0; start = text.indexOf(keyBegins, past)) {
    const title = text.slice(start, start + 50);
    const close = title.includes('PRIVATE KEY') ? text.indexOf(keyEnds, start) : -1;
    past = start + keyBegins.length;
    // Without an end there is none for those that follow either.
    if (title.includes('PRIVATE KEY') && close < 0) return;
    if (close < 0) continue;
    past = forwardWhile(text, close, /[^\n]/, close + 60);
    yield { start, end: past };
  }
};

function* pieces(text: string): Generator<{ readonly piece: string; readonly start: number }> {
  for (const match of text.matchAll(/\S+/g)) yield { piece: match[0], start: match.index };
}
