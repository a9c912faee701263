// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

import { essenceOf } from './media-type.ts';

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
