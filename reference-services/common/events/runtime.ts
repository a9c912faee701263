/**
 * The runtime that every generated events folder carries, as the shared parts use it. One folder's copy stands for all:
 * its interfaces fit the others', which are the same text.
 */

export {
  addressReader,
  placeholder,
  renderAddress,
} from '../../events/recording-ingested/generated/runtime/address.ts';
export * from '../../events/recording-ingested/generated/runtime/index.ts';
export { NatsBroker, type NatsBrokerOptions } from '../../events/recording-ingested/generated/runtime/nats.ts';
export { subjectFilter } from '../../events/recording-ingested/generated/runtime/nats-subject.ts';
