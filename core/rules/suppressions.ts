import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location } from '../diagnostics/location.ts';
import { isObject } from '../source/json.ts';
import { Node } from '../source/node.ts';
import type { Source } from '../source/source.ts';

/** One "do not report this here", with where it stands and what it covers. */
interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly location: Location;
  covers(diagnostic: Diagnostic): boolean;
}

const comment = /#\s*ai2text-ignore\b[ \t]*([^:#\n\r]*)(?::[ \t]*([^\n\r]*))?/g;
const extension = 'x-ai2text-ignore';

/**
 * Takes out what the sources themselves suppress and adds findings about suppressions that name no rule, give no reason
 * or cover nothing.
 *
 * A YAML comment `# ai2text-ignore rule-id: reason` covers its own line, or, alone on a line, the next one. The
 * extension `x-ai2text-ignore: { rule-id: reason }` covers the object it stands in, in JSON too.
 */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  stateOf: (rule: string, path: string) => RuleState,
): Diagnostic[] {
  const suppressions = sources.flatMap((source) => findSuppressions(source));
  if (suppressions.length === 0) return [...diagnostics];
  const used = new Set<Suppression>();
  const kept = diagnostics.filter((diagnostic) => {
    const match = suppressions.find((one) => one.rule === diagnostic.rule && one.covers(diagnostic));
    if (match !== undefined) used.add(match);
    return match === undefined || match.reason === '';
  });
  const judged = suppressions.flatMap((one) => judge(one, used.has(one), stateOf(one.rule, one.location.source.path)));
  return [...kept, ...judged];
}

/** Whether a rule speaks in a file; a suppression of one that is off waits for the day it is on again. */
export type RuleState = 'on' | 'off' | 'unknown';

function judge({ rule, reason, location }: Suppression, used: boolean, state: RuleState): Diagnostic[] {
  if (state === 'unknown') {
    const message = `No rule is called ${JSON.stringify(rule)}, so nothing is suppressed here. The command "rules" lists the names.`;
    return [{ rule: 'suppression-reason', severity: 'warning', message, location }];
  }
  if (reason === '') {
    const message = `The suppression of ${rule} gives no reason, so it has no effect. Add one after a colon.`;
    return [{ rule: 'suppression-reason', severity: 'warning', message, location }];
  }
  if (used || state === 'off') return [];
  const message = `Nothing here breaks ${rule} any more. Remove the suppression.`;
  return [{ rule: 'suppression-unused', severity: 'warning', message, location }];
}

function findSuppressions(source: Source): Suppression[] {
  if (!source.text.includes('ai2text-ignore')) return [];
  return [...inComments(source), ...inExtensions(Node.root(source))];
}

function inComments(source: Source): Suppression[] {
  if (source.path.endsWith('.json')) return [];
  return [...source.text.matchAll(comment)].flatMap((match) => {
    const location = source.span(match.index, match.index + match[0].length);
    const line = coveredLine(source, match.index);
    const ids = (match[1] ?? '').split(',').map((id) => id.trim());
    return ids.map((rule) => ({
      rule,
      reason: (match[2] ?? '').trim(),
      location,
      covers: (diagnostic: Diagnostic) =>
        diagnostic.location.source.path === source.path && diagnostic.location.range.start.line === line,
    }));
  });
}

/** The comment's own line, or the next line with content when the comment stands alone. */
function coveredLine(source: Source, offset: number): number {
  const { line, column } = source.lines.position(offset);
  const before = source.text.slice(offset - column + 1, offset);
  if (before.trim() !== '') return line;
  const following = source.text
    .slice(offset)
    .split(/\r\n|\r|\n/)
    .slice(1);
  const distance = following.findIndex((text) => text.trim() !== '' && !text.trim().startsWith('#'));
  return line + 1 + Math.max(0, distance);
}

function inExtensions(root: Node): Suppression[] {
  const found: Suppression[] = [];
  const walk = (node: Node): void => {
    for (const [key, child] of node.entries()) {
      if (key === extension && isObject(child.value)) found.push(...declared(node, child));
      else walk(child);
    }
    for (const item of node.items()) walk(item);
  };
  walk(root);
  return found;
}

function declared(owner: Node, ignore: Node): Suppression[] {
  const { pointer, source } = owner;
  return ignore.entries().map(([rule, reason]) => ({
    rule,
    reason: typeof reason.value === 'string' ? reason.value.trim() : '',
    location: reason.location('key'),
    covers: ({ location }: Diagnostic) =>
      location.source.path === source.path &&
      (location.pointer === pointer || location.pointer.startsWith(`${pointer}/`)),
  }));
}
