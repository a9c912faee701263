import { compareCallbacks } from './compare-callbacks.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareRequestBody } from './compare-request-body.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { compareServers } from './compare-servers.ts';
import type { Exchange } from './exchange.ts';
import { sunsetFindings } from './sunset.ts';

export function compareOperation(exchange: Exchange): void {
  compareDeprecation(exchange);
  compareOperationId(exchange);
  compareParameters(exchange);
  compareRequestBody(exchange);
  compareResponses(exchange);
  compareSecurity(exchange);
  compareServers(exchange);
  compareCallbacks(exchange, compareOperation);
}

function compareDeprecation(exchange: Exchange): void {
  const { before, after, comparison, subject } = exchange;
  const places = { before: before.location, after: after.location };
  const tell = (rule: string, what: string): void => {
    comparison.report({ rule, subject, place: 'deprecation', what: `${subject} ${what}`, ...places });
  };
  if (!before.deprecated && after.deprecated) tell('operation-deprecated', 'is deprecated');
  if (before.deprecated && !after.deprecated) tell('operation-reactivated', 'is no longer deprecated');
  if (!before.deprecated || !after.deprecated) return;
  for (const { rule, what } of sunsetFindings(before.extensions, after.extensions)) tell(rule, what);
}

function compareOperationId({ before, after, comparison, subject }: Exchange): void {
  const [was, is] = [before.operationId, after.operationId];
  if (was === is) return;
  const places = { before: before.location, after: after.location, subject, place: 'operationId' };
  if (was === undefined) {
    comparison.report({ rule: 'operation-id-added', what: `${subject} has the operationId "${is}" now`, ...places });
  } else {
    const now = is === undefined ? 'none' : `"${is}"`;
    comparison.report({
      rule: 'operation-id-changed',
      what: `${subject} had the operationId "${was}" and has ${now}`,
      ...places,
    });
  }
}
