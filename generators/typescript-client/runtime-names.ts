/** Types and classes of the runtime, and of the generated files themselves, that no schema may be named after. */
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
  ...['ConnectionError', 'DeclaredHeaders', 'InputError', 'Login', 'Middleware', 'OperationData', 'ResponseError'],
  ...['RetryOptions', 'Secret', 'ServiceData', 'Status1XX', 'Status2XX', 'Status3XX', 'Status4XX', 'Status5XX'],
  ...['StatusOfFailure', 'SuccessOf', 'TimeoutError', 'Transport', 'TransportConfig', 'UnexpectedResponseError'],
];

/** Functions and constants that no operation may be named after. */
export const runtimeValueNames: readonly string[] = [
  ...['connect', 'createClient', 'createTransport', 'isSuccess', 'servers', 'serverUrl', 'unwrap'],
];
