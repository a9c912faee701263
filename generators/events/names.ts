/** Types and classes that the generated files import, declare or export, so that no schema may be named after them. */
export const runtimeTypeNames: readonly string[] = [
  ...['Address', 'Binary', 'Broker', 'CloudEventAttributes', 'Codec', 'Codecs', 'Consumer', 'ConsumerOptions'],
  ...['DeadLetter', 'DeadLetterSink', 'Delivery', 'Fault', 'Handler', 'InvalidMessageError', 'JsonSchema'],
  ...['MemoryBroker', 'MemoryBrokerOptions', 'MessageContext', 'MessageSpec', 'MessageValidator', 'Named'],
  ...['OperationSpec', 'Outgoing', 'PermanentError', 'Publisher', 'PublisherOptions', 'RawMessage', 'Receipt'],
  ...['ReceiveOptions', 'Receiver', 'RefusedRequestError', 'RequestTimeoutError', 'Responder', 'RetryOptions'],
  ...['SchemaSet', 'Sender', 'Subscription'],
];

/** Functions and constants of which the same holds. */
export const runtimeValueNames: readonly string[] = [
  ...['createConsumer', 'createPublisher', 'deadLettersTo', 'exponentialDelay', 'messages', 'operations', 'schemas'],
  ...['validators'],
];
