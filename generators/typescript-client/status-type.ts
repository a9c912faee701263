import { named, standardGeneric, type TypeNode, union, word } from '../typescript/types/index.ts';

/** A status or a range of them, as the runtime's types name it, less those that have a response of their own. */
export interface Status {
  readonly name: string;
  readonly without: readonly string[];
}

/** Responses that are no range stand for themselves; ranges and `default` leave out what others declare. */
export function statusesOf(status: string, responses: readonly { readonly status: string }[]): Status[] {
  if (/^\d{3}$/.test(status)) return [{ name: status, without: [] }];
  const others = responses
    .map((response) => response.status)
    .filter((other) => other !== status && other !== 'default');
  if (status !== 'default')
    return [{ name: nameOf(status), without: others.filter((other) => other[0] === status[0]).map(nameOf) }];
  const failures = others.filter((other) => !other.startsWith('2'));
  const failure = { name: 'StatusOfFailure', without: failures.map(nameOf) };
  // Beside declared successes `default` describes failures; alone it describes both.
  return failures.length < others.length ? [failure] : [{ name: 'Status2XX', without: [] }, failure];
}

export function isSuccess({ name }: Status): boolean {
  return name.startsWith('2') || name === 'Status2XX';
}

/** Any one of them. What a range leaves out and another brings back needs no mention. */
export function statusType(statuses: readonly Status[]): TypeNode {
  const names = new Set(statuses.map(({ name }) => name));
  const left = statuses.map(({ name, without }) => ({ name, without: without.filter((one) => !names.has(one)) }));
  const covered = new Set(
    statuses.flatMap(({ without }, i) =>
      without.filter((one) => !left[i]?.without.some((other) => covers(other, one))),
    ),
  );
  return union(
    left
      .filter(({ name }) => !covered.has(name))
      .map(({ name, without }) =>
        without.length === 0 ? typeOf(name) : standardGeneric('Exclude', typeOf(name), union(without.map(typeOf))),
      ),
  );
}

/** Whether a range holds a status. */
function covers(range: string, status: string): boolean {
  return range === `Status${status[0]}XX`;
}

function nameOf(status: string): string {
  return /^\d{3}$/.test(status) ? status : `Status${status}`;
}

function typeOf(name: string): TypeNode {
  return name.startsWith('Status') || name === 'AnyStatus' ? named(name) : word(name);
}
