/** Types and classes that the generated files import or export, so that no schema may be named after them. */
export const runtimeTypeNames: readonly string[] = [
  ...[
    'AnyStatus',
    'ApiClient',
    'Binary',
    'BinaryBody',
    'CallError',
    'CallOptions',
    'ClientConfig',
    'ClientCredentials',
  ],
  ...[
    'ConnectionError',
    'DeclaredHeaders',
    'InputError',
    'Middleware',
    'OperationData',
    'ResponseError',
    'RetryOptions',
  ],
  ...['Status1XX', 'Status2XX', 'Status3XX', 'Status4XX', 'Status5XX', 'StatusOfFailure', 'SuccessOf', 'TimeoutError'],
  ...['Transport', 'UnexpectedResponseError'],
];

/** Functions and constants of which the same holds for operations. */
export const runtimeValueNames: readonly string[] = [
  ...['createClient', 'createTransport', 'isSuccess', 'servers', 'serverUrl', 'unwrap'],
];
