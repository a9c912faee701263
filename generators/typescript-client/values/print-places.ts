import { literal } from '../../typescript/literal.ts';
import { propertyKey } from '../../typescript/names.ts';
import type { Places } from './places.ts';

/** How a named schema's places are mentioned. */
export type Refer = (name: string) => string;

type Code =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Code])[] };

const lineWidth = 120;

/** The places as an expression, as our formatter would break it when it starts in `column` and `after` columns follow. */
export function printPlaces(places: Places, refer: Refer, { column = 0, after = 1 } = {}): string {
  return layout(codeOf(places, refer), { margin: 0, column, after });
}

/** The same on one line. */
export function flatPlaces(places: Places, refer: Refer): string {
  return flat(codeOf(places, refer));
}

function codeOf(places: Places | undefined, refer: Refer): Code {
  if (places === undefined) return { kind: 'list', items: [] };
  switch (places.kind) {
    case 'scalar':
      return { kind: 'word', text: literal(places.of) };
    case 'named':
      return { kind: 'word', text: refer(places.name) };
    case 'all':
      return { kind: 'list', items: places.parts.map((part) => codeOf(part, refer)) };
    case 'inner': {
      const { properties, rest, first, items, tag, maybe } = places;
      return objectOf([
        ['properties', properties && recordOf(properties, refer)],
        ['rest', rest && codeOf(rest, refer)],
        ['first', first && { kind: 'list', items: first.map((one) => codeOf(one, refer)) }],
        ['items', items && codeOf(items, refer)],
        ['tag', tag && tagCode(tag, refer)],
        ['maybe', maybe && codeOf(maybe, refer)],
      ]);
    }
    default:
      return places satisfies never;
  }
}

type Tag = NonNullable<Extract<Places, { kind: 'inner' }>['tag']>;

function tagCode({ property, cases, otherwise }: Tag, refer: Refer): Code {
  return objectOf([
    ['property', { kind: 'word', text: literal(property) }],
    ['cases', recordOf(cases, refer)],
    ['otherwise', otherwise && codeOf(otherwise, refer)],
  ]);
}

function objectOf(entries: readonly (readonly [key: string, value: Code | undefined])[]): Code {
  return { kind: 'object', entries: entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])) };
}

function recordOf(record: ReadonlyMap<string, Places | undefined>, refer: Refer): Code {
  return {
    kind: 'object',
    entries: [...record].map(([name, places]) => [propertyKey(name), asDeclared(name, codeOf(places, refer))]),
  };
}

/**
 * Where the key is also a member of every object, TypeScript infers the value from that member instead of the declared
 * type; `as const` keeps its literals.
 */
function asDeclared(name: string, code: Code): Code {
  const keepsLiterals = code.kind !== 'word' || code.text.startsWith("'");
  return name in Object.prototype && keepsLiterals ? { kind: 'word', text: `${flat(code)} as const` } : code;
}

function flat(code: Code): string {
  if (code.kind === 'word') return code.text;
  if (code.kind === 'list') return `[${code.items.map(flat).join(', ')}]`;
  const entries = code.entries.map(([key, value]) => `${key}: ${flat(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

interface Place {
  readonly margin: number;
  readonly column: number;
  readonly after: number;
}

function layout(code: Code, { margin, column, after }: Place): string {
  const line = flat(code);
  if (code.kind === 'word' || (column + line.length + after <= lineWidth && !isBroken(code))) return line;
  const inner = margin + 2;
  const indent = ' '.repeat(inner);
  const [open, close] = code.kind === 'list' ? ['[', ']'] : ['{', '}'];
  const lines =
    code.kind === 'list'
      ? code.items.map((item) => layout(item, { margin: inner, column: inner, after: 1 }))
      : code.entries.map(([key, value]) => {
          const text = layout(value, { margin: inner, column: inner + key.length + 2, after: 1 });
          return `${key}: ${text}`;
        });
  return `${open}\n${lines.map((text) => `${indent}${text},\n`).join('')}${' '.repeat(margin)}${close}`;
}

/** Several objects or several lists of several members stand below each other, however short they are. */
function isBroken(code: Code): boolean {
  if (code.kind === 'object') return code.entries.some(([, value]) => isBroken(value));
  if (code.kind === 'word') return false;
  const { items } = code;
  if (items.some(isBroken)) return true;
  const several = (kind: 'object' | 'list') =>
    items.every((item) => item.kind === kind && (item.kind === 'object' ? item.entries : item.items).length > 1);
  return items.length > 1 && (several('object') || several('list'));
}
