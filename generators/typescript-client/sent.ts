import type { HttpOperation, Parameter, RequestBody } from '../../core/contract/model.ts';

/** Header parameters of these names are ignored: the content types and the security say what goes there (OpenAPI 3.1.1, 4.8.12). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/** The parameters that a client sends as such. */
export function sentParameters({ parameters }: HttpOperation): Parameter[] {
  return parameters.filter(({ in: place, name }) => place !== 'header' || !ignoredHeaders.has(name.toLowerCase()));
}

/** The body that a client can send: `fetch` knows none for GET and HEAD. */
export function sentBody({ method, requestBody }: HttpOperation): RequestBody | undefined {
  return method === 'get' || method === 'head' ? undefined : requestBody;
}
