// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** A path template, ready to be matched against the path of a URL as it came over the wire. */
export interface RoutePath {
  /** The same template in Hono's notation, its parameters numbered: a name of a contract is never part of a pattern. */
  readonly hono: string;
  readonly segments: readonly Segment[];
}

interface Segment {
  readonly kind: 'literal' | 'mixed' | 'parameter';
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

export function routePath(template: string): RoutePath {
  const parts = template.replace(/^\//, '').split('/');
  const segments = parts.map(segmentOf);
  const hono = parts.map((part, i) => honoSegment(part, segments[i]?.kind ?? 'literal', i)).join('/');
  return { hono: `/${hono}`, segments };
}

/** The raw texts of the path parameters; undefined when the URL does not fit. Whatever prefix the app is mounted under is skipped. */
export function matchRoutePath(path: RoutePath, url: string): ReadonlyMap<string, string> | undefined {
  const raw = pathOf(url).split('/').slice(-path.segments.length);
  const values = new Map<string, string>();
  for (const [i, segment] of path.segments.entries()) {
    if (segment.kind === 'literal') continue;
    const match = segment.pattern.exec(raw[i] ?? '');
    if (match === null) return undefined;
    for (const [j, name] of segment.names.entries()) values.set(name, match[j + 1] ?? '');
  }
  return values;
}

/** Concrete paths come before templated ones (OpenAPI, Paths Object), decided at the first segment that differs in kind. */
export function byPrecedence(a: RoutePath, b: RoutePath): number {
  const length = Math.max(a.segments.length, b.segments.length);
  for (let i = 0; i < length; i += 1) {
    const difference = rankOf(a.segments[i]) - rankOf(b.segments[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A path that has ended comes first, which makes the order a total one; no URL fits paths of different lengths. */
function rankOf(segment: Segment | undefined): number {
  return segment === undefined ? -1 : ranks[segment.kind];
}

const ranks = { literal: 0, mixed: 1, parameter: 2 } as const satisfies Record<Segment['kind'], number>;

function segmentOf(part: string): Segment {
  const pieces = part.split(/\{([^{}]+)\}/);
  const names = pieces.filter((_, i) => i % 2 === 1);
  const source = pieces.map((piece, i) => (i % 2 === 1 ? '(.+)' : escapePattern(piece))).join('');
  const pattern = new RegExp(`^${source}$`, 's');
  if (names.length === 0) return { kind: 'literal', names, pattern };
  return { kind: pieces.length === 3 && pieces.join('') === names[0] ? 'parameter' : 'mixed', names, pattern };
}

function honoSegment(part: string, kind: Segment['kind'], index: number): string {
  if (kind === 'parameter') return `:p${index}`;
  if (kind === 'literal' && /^[\w~.-]*$/.test(part)) return part;
  const pieces = part.split(/\{[^{}]+\}/).map(escapePattern);
  return `:p${index}{${pieces.join('[^/]+')}}`;
}

/** Every character that is not plainly itself becomes its code, because Hono's own notation uses braces and colons. */
function escapePattern(text: string): string {
  return [...text].map((character) => (/[\w~-]/.test(character) ? character : codeOf(character))).join('');
}

function codeOf(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  return start === -1 ? '/' : (url.slice(start).split(/[?#]/, 1)[0] ?? '/');
}
