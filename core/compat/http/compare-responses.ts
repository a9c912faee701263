import type { Response } from '../../contract/model.ts';
import { answering, inside, isSuccess } from '../match/responses.ts';
import { compareContent } from './compare-content.ts';
import { compareHeaders } from './compare-headers.ts';
import { compareLinks } from './compare-links.ts';
import { type Exchange, flip, report } from './exchange.ts';

export function compareResponses(exchange: Exchange): void {
  const { before, after } = exchange;
  const met = new Map<Response, Set<Response>>();
  const meet = (old: Response, now: Response): void => {
    const known = met.get(old) ?? new Set();
    if (known.has(now)) return;
    met.set(old, known.add(now));
    compareResponse(old, now, exchange);
  };
  for (const old of before.responses) {
    const now = answering(old.status, after.responses);
    if (now !== undefined) meet(old, now);
    else if (inside(old.status, after.responses).length === 0) reportStatus('removed', old, exchange);
  }
  for (const now of after.responses) {
    const old = answering(now.status, before.responses);
    if (old !== undefined) meet(old, now);
    else if (inside(now.status, before.responses).length === 0) reportStatus('added', now, exchange);
    else if (isSuccess(now.status)) reportStatus('added', now, exchange);
  }
}

function reportStatus(what: 'added' | 'removed', response: Response, exchange: Exchange): void {
  const { status, usedAt } = response;
  const kind = isSuccess(status) ? 'success' : 'error';
  const places = {
    before: what === 'added' ? exchange.before.location : usedAt,
    after: what === 'added' ? usedAt : exchange.after.location,
  };
  const finding = {
    rule: `${kind}-status-${what}`,
    place: `response ${status}`,
    what: `response ${status} was ${what}`,
  };
  // Where the service calls, the statuses are what it accepts.
  report(exchange, { ...finding, ...places }, what === 'added' ? 'info' : kind === 'success' ? 'breaking' : 'warning');
}

function compareResponse(old: Response, now: Response, exchange: Exchange): void {
  const thing = `response ${old.status}`;
  const places = { before: old.usedAt, after: now.usedAt };
  const direction = flip(exchange.direction);
  const body = { area: 'response', part: 'response-body', thing, direction, places } as const;
  compareContent(old.content, now.content, body, exchange);
  compareHeaders(old.headers, now.headers, { thing, places, direction }, exchange);
  compareLinks(old.links, now.links, { thing, places }, exchange);
}
