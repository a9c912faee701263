import { isObject } from '../../core/source/json.ts';
import { parseSource } from '../../core/source/parse.ts';
import type { Pair, Side } from './sides.ts';

/**
 * A contract that is gone under one path and new under another was moved, when its title says so and says it of no other
 * contract that came or went.
 */
export function matchRenamed(pairs: readonly Pair[]): readonly Pair[] {
  const gone = byIdentity(pairs.filter(({ after }) => after === undefined));
  const added = byIdentity(pairs.filter(({ before }) => before === undefined));
  const moved = new Map<Pair, Pair>();
  for (const [identity, [now, ...others]] of added) {
    const [old, ...rest] = gone.get(identity) ?? [];
    if (old === undefined || now === undefined || others.length > 0 || rest.length > 0) continue;
    moved.set(now, { ...now, before: old.before });
    moved.set(old, now);
  }
  // The older half of a move stands in the place of the newer one.
  return pairs.flatMap((pair) => {
    const found = moved.get(pair);
    return found === undefined ? [pair] : pair.after === undefined ? [] : [found];
  });
}

function byIdentity(pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  const found = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const identity = identityOf(pair.before ?? pair.after);
    if (identity !== undefined) found.set(identity, [...(found.get(identity) ?? []), pair]);
  }
  return found;
}

/** The kind and the title; undefined for what cannot be read. */
function identityOf(side: Side | undefined): string | undefined {
  if (side === undefined) return undefined;
  const answer = side.origin.files.read(side.path);
  if ('refusal' in answer) return undefined;
  const { value } = parseSource(side.path, answer.text).source;
  if (!isObject(value)) return undefined;
  const info = value.info ?? null;
  const title = isObject(info) ? info.title : undefined;
  if (typeof title !== 'string' || title.trim() === '') return undefined;
  return `${'asyncapi' in value ? 'events' : 'http'} ${title}`;
}
