import { compareContent } from './compare-content.ts';
import { type Exchange, report } from './exchange.ts';

export function compareRequestBody(exchange: Exchange): void {
  const { before, after, direction } = exchange;
  const [old, now] = [before.requestBody, after.requestBody];
  const thing = 'request body';
  const places = { before: old?.location ?? before.location, after: now?.location ?? after.location };
  if (old === undefined && now === undefined) return;
  if (old === undefined || now === undefined) {
    const required = now?.required === true ? 'required' : 'optional';
    const rule = now === undefined ? 'request-body-removed' : `${required}-request-body-added`;
    const what = now === undefined ? 'the request body was removed' : `a request body was added and is ${required}`;
    report(exchange, { rule, place: thing, what, ...places }, now === undefined ? 'breaking' : 'info');
    return;
  }
  if (!old.required && now.required) {
    report(exchange, {
      rule: 'request-body-became-required',
      place: thing,
      what: 'the request body is required now',
      ...places,
    });
  }
  if (old.required && !now.required) {
    report(exchange, {
      rule: 'request-body-became-optional',
      place: thing,
      what: 'the request body is optional now',
      ...places,
    });
  }
  const body = { area: 'request', part: 'request-body', thing, direction, places } as const;
  compareContent(old.content, now.content, body, exchange);
}
