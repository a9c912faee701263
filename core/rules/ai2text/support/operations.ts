import type { Header, HttpOperation, MediaType, Parameter, Response } from '../../../contract/model.ts';

/** `GET /recordings`, as messages name an operation. */
export function nameOf(operation: HttpOperation): string {
  return `${operation.method.toUpperCase()} ${operation.path}`;
}

export function successesOf(operation: HttpOperation): readonly Response[] {
  return operation.responses.filter(({ status }) => /^2/.test(status));
}

/** The codes among `statuses` that the operation does not declare. */
export function missingStatuses(operation: HttpOperation, statuses: readonly string[]): readonly string[] {
  const declared = new Set(operation.responses.map(({ status }) => status));
  return statuses.filter((status) => !declared.has(status));
}

/** Header names are compared without regard to case (RFC 9110, 5.1). */
export function headerOf(response: Response, name: string): Header | undefined {
  return response.headers.find((header) => header.name.toLowerCase() === name.toLowerCase());
}

export function missingHeaders(response: Response, names: readonly string[]): readonly string[] {
  return names.filter((name) => headerOf(response, name) === undefined);
}

export function headerParameter(operation: HttpOperation, name: string): Parameter | undefined {
  return operation.parameters.find(
    (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === name.toLowerCase(),
  );
}

/** `application/json` and every type with the suffix `+json`. */
export function isJson({ name }: MediaType): boolean {
  return /^[^/;]+\/(?:[^;]+\+)?json\s*(?:;|$)/i.test(name);
}

/** True for a path that ends in a name: `/recordings/{recordingId}` is one resource, `/recordings` many. */
export function isSingleResource(path: string): boolean {
  return /\{[^}]+\}$/.test(path);
}
