// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** The final status codes that responses of a range or of `default` can take (RFC 9110 and its registry). */
export type StatusCode = SuccessStatus | RedirectStatus | ClientErrorStatus | ServerErrorStatus;
/** What `default` stands for beside declared successes. */
export type FailureStatus = RedirectStatus | ClientErrorStatus | ServerErrorStatus;
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
export type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
export type ClientErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451;
export type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511;

/** The registered phrase, which doubles as the title of a problem that has no type of its own. */
export function statusPhrase(status: number): string {
  return phrases[status] ?? (status < 500 ? 'Request failed' : 'Server error');
}

const phrases: { readonly [status: number]: string } = {
  400: 'Bad request',
  401: 'Authentication required',
  402: 'Payment required',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'Request timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length required',
  412: 'Precondition failed',
  413: 'Content too large',
  414: 'URI too long',
  415: 'Unsupported media type',
  416: 'Range not satisfiable',
  422: 'Unprocessable content',
  423: 'Locked',
  426: 'Upgrade required',
  428: 'Precondition required',
  429: 'Too many requests',
  431: 'Request header fields too large',
  500: 'Internal server error',
  501: 'Not implemented',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
  507: 'Insufficient storage',
};
