/** Types and classes that the generated files import or export, so that no schema may be named after them. */
export const runtimeTypeNames: readonly string[] = [
  ...[
    'AnyStatus',
    'ApiClient',
    'ApiReply',
    'AsyncIterable',
    'Binary',
    'BinaryBody',
    'ByteStream',
    'CallError',
    'CallOptions',
  ],
  ...['ClientConfig', 'ClientCredentials', 'ConnectionError', 'CredentialsError', 'DeclaredHeaders', 'FailureOf'],
  ...['GrantedToken', 'InputError', 'Middleware', 'OperationData', 'PagedOperation', 'Paginated', 'PaginationError'],
  ...[
    'ReconnectOptions',
    'RefreshingOptions',

    'ResponseError',
    'RetryOptions',
    'SequenceBody',
    'ServerSentEvent',
  ],
  ...['Status1XX', 'Status2XX', 'Status3XX', 'Status4XX', 'Status5XX', 'StatusOfFailure', 'StreamOptions', 'Streamed'],
  ...['SuccessOf', 'TimeoutError', 'Transport', 'UnexpectedResponseError', 'Unwrapped'],
];

/** Functions and constants of which the same holds for operations. */
export const runtimeValueNames: readonly string[] = [
  ...['createClient', 'createTransport', 'eventStream', 'isFailure', 'isSuccess', 'jsonLines', 'jsonSequence'],
  ...['paginate', 'refreshing', 'servers', 'serverUrl', 'unwrap', 'unwrapped', 'writeJsonLines', 'writeJsonSequence'],
];
