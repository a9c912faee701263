import type { Json } from '../../source/json.ts';

/**
 * What a member of a protocol binding decides.
 *
 * - `route`: where messages go. Who looks for them where they were finds none.
 * - `form`: how they are written. Who reads them as before reads something else.
 * - `delivery`: how surely, how long and in which order they arrive. What relied on more than is left breaks.
 * - `other`: anything that is not known here.
 */
export type BindingEffect = 'route' | 'form' | 'delivery' | 'other';

/** By protocol and path; a path stands for everything below it. From the binding specifications of AsyncAPI. */
const effects: Readonly<Record<string, Readonly<Record<string, BindingEffect>>>> = {
  amqp: {
    // A client that declares a queue or an exchange with other properties is refused (AMQP 0-9-1, 406).
    is: 'route',
    exchange: 'route',
    queue: 'route',
    cc: 'route',
    bcc: 'route',
    contentEncoding: 'form',
    messageType: 'form',
    expiration: 'delivery',
    priority: 'delivery',
    deliveryMode: 'delivery',
    mandatory: 'delivery',
    ack: 'delivery',
  },
  anypointmq: { destination: 'route', destinationType: 'route' },
  googlepubsub: {
    topic: 'route',
    schema: 'form',
    schemaSettings: 'form',
    attributes: 'form',
    orderingKey: 'delivery',
    messageRetentionDuration: 'delivery',
  },
  http: { type: 'route', method: 'route', statusCode: 'form' },
  ibmmq: {
    queue: 'route',
    topic: 'route',
    destinationType: 'route',
    groupId: 'route',
    ccdtQueueManagerName: 'route',
    type: 'form',
    headers: 'form',
    maxMsgLength: 'delivery',
    expiry: 'delivery',
  },
  jms: { destination: 'route', destinationType: 'route' },
  kafka: {
    topic: 'route',
    // A key in another language than JSON Schema.
    key: 'form',
    schemaIdLocation: 'form',
    schemaIdPayloadEncoding: 'form',
    schemaLookupStrategy: 'form',
    schemaRegistryVendor: 'form',
    // The same key lands in another partition, so the order across the change is lost.
    partitions: 'delivery',
    replicas: 'delivery',
    topicConfiguration: 'delivery',
    groupId: 'delivery',
    clientId: 'delivery',
  },
  mqtt: {
    responseTopic: 'route',
    payloadFormatIndicator: 'form',
    contentType: 'form',
    correlationData: 'form',
    qos: 'delivery',
    retain: 'delivery',
    messageExpiryInterval: 'delivery',
    sessionExpiryInterval: 'delivery',
    cleanSession: 'delivery',
    lastWill: 'delivery',
    keepAlive: 'delivery',
    maximumPacketSize: 'delivery',
  },
  nats: { queue: 'delivery' },
  pulsar: {
    // Parts of the full name of a topic.
    namespace: 'route',
    persistence: 'route',
    compaction: 'delivery',
    'geo-replication': 'delivery',
    retention: 'delivery',
    ttl: 'delivery',
    deduplication: 'delivery',
  },
  sns: { name: 'route', topic: 'route', consumers: 'delivery', ordering: 'delivery', deliveryPolicy: 'delivery' },
  solace: { destinations: 'route', msgVpn: 'route', timeToLive: 'delivery', priority: 'delivery' },
  sqs: { queue: 'route', queues: 'route', deadLetterQueue: 'delivery' },
  ws: { method: 'route' },
};

/** What holds where a binding does not say it. */
const defaults: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  amqp: { is: 'routingKey', 'exchange/vhost': '/', 'queue/vhost': '/' },
};

export function effectOf(protocol: string, path: readonly string[]): BindingEffect {
  const known = Object.hasOwn(effects, protocol) ? effects[protocol] : undefined;
  const [member = ''] = path;
  return known !== undefined && Object.hasOwn(known, member) ? (known[member] ?? 'other') : 'other';
}

export function defaultOf(protocol: string, path: readonly string[]): Json | undefined {
  const known = Object.hasOwn(defaults, protocol) ? defaults[protocol] : undefined;
  const key = path.join('/');
  return known !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
}
