import type { MessageSpec, OperationSpec } from '../../../generators/events/runtime/message-spec.ts';
import { SchemaSet } from '../../../generators/hono-server/runtime/schema-set.ts';

/** Schemas and messages as the generator would write them down, small enough to read. */
export const schemas = new SchemaSet({
  Order: {
    type: 'object',
    required: ['id', 'count'],
    properties: { id: { type: 'string' }, count: { type: 'integer', minimum: 1 } },
    additionalProperties: false,
  },
});

export const orderPlaced: MessageSpec = {
  name: 'order.placed',
  contentType: 'application/json',
  format: 'json',
  payload: { $ref: '#/$defs/Order' },
  headers: {
    type: 'object',
    required: ['Priority'],
    properties: { Priority: { type: 'integer', maximum: 9 }, Tags: { type: 'array', items: { type: 'string' } } },
  },
};

export const orderCancelled: MessageSpec = {
  name: 'order.cancelled',
  contentType: 'application/json',
  format: 'json',
  payload: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } },
};

export const note: MessageSpec = { name: 'note', contentType: 'text/plain', format: 'text' };

export const scan: MessageSpec = { name: 'scan', contentType: 'image/png', format: 'bytes' };

export const legacy: MessageSpec = { name: 'legacy', contentType: 'application/avro', format: 'codec' };

export const packed: MessageSpec = {
  name: 'packed',
  contentType: 'application/msgpack',
  format: 'codec',
  payload: { $ref: '#/$defs/Order' },
};

export const structured: MessageSpec = {
  name: 'structured',
  contentType: 'application/cloudevents+json',
  format: 'json',
  cloudEvent: 'structured',
  payloadDefaults: {
    specversion: { value: '1.0' },
    id: { from: 'id' },
    time: { from: 'time' },
    type: { value: 'org.example.order' },
  },
  headerDefaults: { 'Nats-Msg-Id': { from: 'id' } },
};

export const binary: MessageSpec = {
  name: 'binary',
  contentType: 'application/json',
  format: 'json',
  payload: { $ref: '#/$defs/Order' },
  cloudEvent: 'binary',
  headerDefaults: {
    'ce-specversion': { value: '1.0' },
    'ce-id': { from: 'id' },
    'ce-type': { value: 'org.example.order' },
  },
};

export function operation(messages: readonly MessageSpec[], more: Partial<OperationSpec> = {}): OperationSpec {
  return { name: 'publishOrder', address: 'orders', parameters: [], messages, ...more };
}
