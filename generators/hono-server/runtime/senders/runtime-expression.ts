/** A request that was answered, as a handler knows it. */
export interface Exchange {
  readonly context: { readonly request: Request };
  /** What the handler was given. */
  readonly input: object;
  /** What the handler returned, for expressions that look at the response. */
  readonly output?: { readonly status: number; readonly body?: unknown; readonly headers?: object };
}

/** The value of a runtime expression (OpenAPI 3.1.1, 4.8.20.5) as text; undefined where the exchange has none. */
export function evaluateExpression(expression: string, exchange: Exchange): string | undefined {
  const value = expressionValue(expression, exchange);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function expressionValue(expression: string, { context: { request }, input, output }: Exchange): unknown {
  if (expression === '$url') return request.url;
  if (expression === '$method') return request.method;
  if (expression === '$statusCode') return output?.status;
  const [, of, source = '', name = ''] =
    /^\$(request|response)\.(header|query|path|body)[.#]?(.*)$/s.exec(expression) ?? [];
  if (of === 'response') {
    if (source === 'header') return headerOf(member(output, 'headers'), name);
    return source === 'body' ? pointed(member(output, 'body'), name) : undefined;
  }
  switch (source) {
    case 'header':
      return request.headers.get(name) ?? undefined;
    case 'query':
      return new URL(request.url).searchParams.get(name) ?? undefined;
    case 'path':
      return member(member(input, 'path'), name);
    case 'body':
      return pointed(member(input, 'body'), name);
    default:
      return undefined;
  }
}

function headerOf(headers: unknown, name: string): unknown {
  const own = typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
  return own.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** RFC 6901. */
function pointed(document: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce((at, token) => member(at, token.replaceAll('~1', '/').replaceAll('~0', '~')), document);
}

/** Own members only: `constructor` is nobody's address. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name]; // Any object can be read by its own keys.
}
