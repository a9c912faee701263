import type { HttpOperation, Parameter, SecurityScheme } from '../../core/contract/model.ts';

/** `Bearer token (JWT)`, `API key in the header X-Key`, `OAuth 2`. */
export function schemeText({ type, scheme, bearerFormat, in: place, parameterName }: SecurityScheme): string {
  if (type === 'http' && scheme === 'bearer')
    return bearerFormat === undefined ? 'Bearer token' : `Bearer token (${bearerFormat})`;
  if (type === 'http' && scheme === 'basic') return 'User name and password (HTTP Basic)';
  if (type === 'http') return `HTTP ${scheme ?? 'authentication'}`;
  if (type === 'apiKey' && parameterName !== undefined) return `API key in the ${placeText(place)} ${parameterName}`;
  return known.get(type) ?? type;
}

const known: ReadonlyMap<string, string> = new Map([
  ['oauth2', 'OAuth 2'],
  ['openIdConnect', 'OpenID Connect'],
  ['mutualTLS', 'Client certificate (mutual TLS)'],
  ['userPassword', 'User name and password'],
  ['X509', 'Client certificate (X.509)'],
  ['scramSha256', 'SASL SCRAM-SHA-256'],
  ['scramSha512', 'SASL SCRAM-SHA-512'],
  ['plain', 'SASL PLAIN'],
  ['gssapi', 'SASL GSSAPI'],
  ['apiKey', 'API key'],
  ['httpApiKey', 'API key'],
]);

function placeText(place: string | undefined): string {
  return place === 'query' ? 'query parameter' : (place ?? 'header');
}

/** The parameters of one place under a heading of their own. */
export function parametersByPlace({ parameters }: HttpOperation): readonly (readonly [string, readonly Parameter[]])[] {
  const places = [
    ['Path parameters', 'path'],
    ['Query parameters', 'query'],
    ['Query string', 'querystring'],
    ['Headers', 'header'],
    ['Cookies', 'cookie'],
  ] as const;
  return places
    .map(([title, place]) => [title, parameters.filter((parameter) => parameter.in === place)] as const)
    .filter(([, own]) => own.length > 0);
}

/** The words of RFC 9110 for a status; nothing for what it does not list. */
export function statusText(status: string): string {
  if (status === 'default') return 'Any other status';
  if (/^[1-5]XX$/i.test(status)) return ranges[Number(status.charAt(0)) - 1] ?? '';
  return reasons.get(status) ?? '';
}

const ranges = [
  'Any information',
  'Any success',
  'Any redirection',
  'Any fault of the client',
  'Any fault of the server',
];

const reasons: ReadonlyMap<string, string> = new Map([
  ['100', 'Continue'],
  ['101', 'Switching Protocols'],
  ['200', 'OK'],
  ['201', 'Created'],
  ['202', 'Accepted'],
  ['203', 'Non-Authoritative Information'],
  ['204', 'No Content'],
  ['205', 'Reset Content'],
  ['206', 'Partial Content'],
  ['301', 'Moved Permanently'],
  ['302', 'Found'],
  ['303', 'See Other'],
  ['304', 'Not Modified'],
  ['307', 'Temporary Redirect'],
  ['308', 'Permanent Redirect'],
  ['400', 'Bad Request'],
  ['401', 'Unauthorized'],
  ['402', 'Payment Required'],
  ['403', 'Forbidden'],
  ['404', 'Not Found'],
  ['405', 'Method Not Allowed'],
  ['406', 'Not Acceptable'],
  ['408', 'Request Timeout'],
  ['409', 'Conflict'],
  ['410', 'Gone'],
  ['411', 'Length Required'],
  ['412', 'Precondition Failed'],
  ['413', 'Content Too Large'],
  ['414', 'URI Too Long'],
  ['415', 'Unsupported Media Type'],
  ['416', 'Range Not Satisfiable'],
  ['421', 'Misdirected Request'],
  ['422', 'Unprocessable Content'],
  ['425', 'Too Early'],
  ['426', 'Upgrade Required'],
  ['428', 'Precondition Required'],
  ['429', 'Too Many Requests'],
  ['431', 'Request Header Fields Too Large'],
  ['451', 'Unavailable For Legal Reasons'],
  ['500', 'Internal Server Error'],
  ['501', 'Not Implemented'],
  ['502', 'Bad Gateway'],
  ['503', 'Service Unavailable'],
  ['504', 'Gateway Timeout'],
]);
