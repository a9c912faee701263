import { CallError } from '../../../typescript-client/runtime/errors.ts';
import { type Exchange, evaluateExpression } from './runtime-expression.ts';

/** There is no address to send to, or it is one that may not be sent to. */
export class AddressError extends CallError {
  override readonly name = 'AddressError';
}

/**
 * The address that a callback's key stands for. An expression at its start is the start of a URL and stays as it is;
 * what others bring is escaped, so that it cannot become another part of the URL than the one it stands in.
 */
export function callbackAddress(id: string, template: string, exchange: Exchange): string {
  const evaluate = (expression: string): string => {
    const value = evaluateExpression(expression, exchange);
    if (value !== undefined) return value;
    throw new AddressError(id, `The request and its response have no value for ${expression}.`);
  };
  // A key may also be one bare expression.
  if (template.startsWith('$')) return evaluate(template);
  return template.replace(/\{(\$[^{}]*)\}/g, (_, expression: string, at: number) => {
    const value = evaluate(expression);
    return at === 0 ? value : encodeURIComponent(value);
  });
}

export interface AddressParts {
  readonly origin: string;
  /** Path and query, starting with a slash. */
  readonly rest: string;
}

/** The parts of an address that a request can be sent to; names in braces are left for the path parameters. */
export function addressParts(id: string, address: string): AddressParts {
  const [, origin, rest = ''] = /^(https?:\/\/[^/?#\\\s]+)([^#]*)/i.exec(address) ?? [];
  if (origin === undefined || !URL.canParse(origin)) {
    throw new AddressError(id, `${JSON.stringify(address)} is no absolute URL of http or https.`);
  }
  const { username, password } = new URL(origin);
  if (username !== '' || password !== '') throw new AddressError(id, 'The address holds credentials.');
  return { origin, rest: rest.startsWith('/') ? rest : `/${rest}` };
}
