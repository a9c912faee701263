import type { Link } from '../../contract/model.ts';
import { jsonEqual } from '../../source/json.ts';
import { locateReference } from '../../source/reference.ts';
import type { Comparison, Places } from '../comparison.ts';
import { match } from '../match/pairs.ts';
import { pathShape, renamedParameters, templateNames } from '../match/path-template.ts';
import { type Exchange, report } from './exchange.ts';

/** Compares the links of a response: where they lead, whatever it is called, and what they take along. */
export function compareLinks(
  before: readonly Link[],
  after: readonly Link[],
  { thing, places }: { readonly thing: string; readonly places: Places },
  exchange: Exchange,
): void {
  const { pairs, removed, added } = match(before, after, [({ name }) => name]);
  for (const [old, now] of pairs) {
    const [was, is] = [targetOf(old, exchange.comparison.before), targetOf(now, exchange.comparison.after)];
    const what =
      pathShape(was) === pathShape(is)
        ? sameParameters(old, now, was, is)
          ? undefined
          : 'takes other parameters along'
        : `leads to ${is}, before to ${was}`;
    if (what === undefined) continue;
    const finding = { rule: 'link-changed', place: `${thing} link ${old.name}` };
    const at = { before: old.location, after: now.location };
    report(exchange, { ...finding, what: `${thing}: the link "${old.name}" ${what}`, ...at });
  }
  for (const { name, location } of removed) {
    const what = `${thing}: the link "${name}" was removed`;
    const finding = { rule: 'link-removed', place: `${thing} link ${name}`, what };
    report(exchange, { ...finding, before: location, after: places.after }, 'info');
  }
  for (const { name, location } of added) {
    const what = `${thing}: the link "${name}" was added`;
    const finding = { rule: 'link-added', place: `${thing} link ${name}`, what };
    report(exchange, { ...finding, before: places.before, after: location }, 'info');
  }
}

/** `GET /pets/{id}`, however the link names it; the name itself where it leads out of the document. */
function targetOf({ operationId, operationRef, location }: Link, contract: Comparison['before']): string {
  const operations = contract.kind === 'http' ? contract.operations : [];
  if (operationRef !== undefined) {
    const target = locateReference(operationRef, location.source.path);
    // Of a path item that another file lends, the pointer does not say under which path it stands.
    const lent = operations.find(
      ({ location: { source, pointer } }) =>
        target.kind === 'file' && source.path === target.path && pointer === target.fragment,
    );
    return lent === undefined
      ? (fromPointer(operationRef) ?? operationRef)
      : `${lent.method.toUpperCase()} ${lent.path}`;
  }
  const operation = operations.find((each) => each.operationId === operationId);
  return operation === undefined ? `operationId ${operationId}` : `${operation.method.toUpperCase()} ${operation.path}`;
}

/** `#/paths/~1pets~1{id}/get`, also percent-encoded as a fragment may be. */
function fromPointer(reference: string): string | undefined {
  const found = /^#\/paths\/([^/]+)\/([^/]+)$/.exec(reference);
  const [, path, method] = found ?? [];
  if (path === undefined || method === undefined) return undefined;
  return `${method.toUpperCase()} ${decoded(path).replaceAll('~1', '/').replaceAll('~0', '~')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Path parameters may have been renamed together with the operation's own. */
function sameParameters(old: Link, now: Link, was: string, is: string): boolean {
  const renamed = renamedParameters(templateNames(was), templateNames(is));
  const before = [...old.parameters].map(([name, value]) => [renamed.get(bare(name)) ?? bare(name), value] as const);
  const after = [...now.parameters].map(([name, value]) => [bare(name), value] as const);
  return jsonEqual(Object.fromEntries(before), Object.fromEntries(after));
}

/** `path.id` says more clearly what `id` says. */
function bare(name: string): string {
  return name.replace(/^(?:path|query|header|cookie)\./, '');
}
