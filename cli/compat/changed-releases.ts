import type { Diagnostic } from '../../core/diagnostics/diagnostic.ts';
import { parseSource } from '../../core/source/parse.ts';
import type { Origin } from './sides.ts';

/** A frozen release, and where it is now if its contract was moved. */
export interface FrozenPath {
  readonly path: string;
  readonly now: string;
}

/** A frozen release is a promise that was made: what one revision has, a later one keeps to the letter. */
export function changedReleases(before: Origin, after: Origin, releases: readonly FrozenPath[]): readonly Diagnostic[] {
  return releases.flatMap(({ path, now }): Diagnostic[] => {
    const old = before.files.read(path);
    const current = after.files.read(now);
    if ('refusal' in old) return [];
    const isGone = 'refusal' in current;
    if (!isGone && withoutReturns(old.text) === withoutReturns(current.text)) return [];
    const { source } = parseSource(isGone ? path : now, isGone ? old.text : current.text);
    const message = `This frozen release was ${isGone ? 'removed' : 'edited'} since ${before.revision}. Restore it; a mistake in it is put right by the next release.`;
    return [{ rule: 'release-frozen', severity: 'error', message, location: source.at('') }];
  });
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
