// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { bestMatch, essenceOf } from './media-type.ts';
import type { OperationSpec } from './operation.ts';
import { responseFor } from './response-for.ts';
import type { SchemaSet } from './schema-set.ts';
import { checkResponse } from './check-response.ts';

/**
 * What is wrong with a refusal: it is a problem in the sense of RFC 9457, unless the contract declares another form for
 * its status. A HEAD has no body to say anything in.
 */
export async function checkRefusal(set: SchemaSet, operation: OperationSpec, response: Response): Promise<string[]> {
  const declared = responseFor(operation, response.status);
  const otherwise = declared !== undefined && bestMatch('application/problem+json', declared.content) === undefined;
  const problem = otherwise || operation.method === 'HEAD' ? [] : await checkProblem(response);
  return declared === undefined ? problem : [...problem, ...(await checkResponse(set, operation, response))];
}

/** What keeps a response from being a problem in the sense of RFC 9457; its body is not consumed. */
export async function checkProblem(response: Response): Promise<string[]> {
  const type = essenceOf(response.headers.get('content-type') ?? '');
  if (type !== 'application/problem+json') return [`content type ${type || 'none'} is not application/problem+json`];
  try {
    const problem: unknown = JSON.parse(await response.clone().text());
    if (typeof problem !== 'object' || problem === null || Array.isArray(problem))
      return ['the problem is not an object'];
    const status = 'status' in problem ? problem.status : undefined;
    return status === undefined || status === response.status ? [] : [`the problem says status ${String(status)}`];
  } catch {
    return ['the problem is not JSON'];
  }
}
