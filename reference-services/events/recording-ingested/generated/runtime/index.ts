// Copied by ai2text-contracts. Changes are overwritten when the code is generated again.

/** The part of the events code that is the same for every contract. Copied beside the generated code, which wires it up. */
export type { Fault } from './fault.ts';
export type { JsonSchema } from './operation.ts';
export { SchemaSet } from './schema-set.ts';
export type { Binary } from './binary.ts';
export type {
  Address,
  Answer,
  Broker,
  Delivery,
  Incoming,
  OutgoingMessage,
  RawMessage,
  Receipt,
  RequestOptions,
  RespondOptions,
  SubscribeOptions,
  Subscription,
} from './broker.ts';
export type { CloudEventAttributes } from './cloud-events.ts';
export type { Codec, Codecs } from './codec.ts';
export { type DeadLetter, type DeadLetterSink, deadLettersTo } from './dead-letter.ts';
export { InvalidMessageError, PermanentError, RefusedRequestError, RequestTimeoutError } from './errors.ts';
export { MemoryBroker, type MemoryBrokerOptions, type StoredMessage } from './memory-broker.ts';
export type { MessageSpec, OperationSpec } from './message-spec.ts';
export type { ContractMessage, Named, Outgoing } from './outgoing.ts';
export {
  type ConsumerOptions,
  type Handler,
  type MessageContext,
  type ReceiveOptions,
  Receiver,
  type Responder,
} from './receiver.ts';
export { exponentialDelay, type RetryOptions } from './retry.ts';
export { type PublisherOptions, Sender } from './sender.ts';
export { MessageValidator } from './validator.ts';
