/**
 * Publishes an event and works on it, over the broker in memory: `node examples/events/main.ts`. With NATS, the first line
 * would be `new NatsBroker(await connect({ servers }))`.
 */
import { createConsumer, createPublisher, deadLettersTo, MemoryBroker } from './generated/index.ts';

const broker = new MemoryBroker();
const publisher = createPublisher(broker);
const consumer = createConsumer(broker, { durable: 'asr-batch', deadLetter: deadLettersTo(broker, 'DLQ_ASR') });

await consumer.receiveRecordingIngested(({ payload }, { deliveries }) => {
  console.log(`transcribe ${payload.data.recordingId}, ${payload.data.durationSeconds} s (delivery ${deliveries})`);
});

// What the contract fixes (specversion, type) or asks to be made up (time, Nats-Msg-Id) is filled in.
await publisher.publishRecordingIngested({
  payload: {
    id: 'evt_01M7VBSKDRV4P06NEPN7R2YK1M',
    source: '/services/ingestion',
    subject: 'rec_01M7VBSJEG08Y4YCWC4KHBX95N',
    tenantid: 'ten_01KE61HRW0SBPJSA9J9W613CTT',
    data: {
      recordingId: 'rec_01M7VBSJEG08Y4YCWC4KHBX95N',
      uploadId: 'upl_01M7VBSGG028CP2WPC3XHXWCNG',
      storageKey: 'ten_01KE61HRW0SBPJSA9J9W613CTT/rec_01M7VBSJEG08Y4YCWC4KHBX95N/audio.wav',
      mediaType: 'audio/wav',
      sizeBytes: 57_600_044,
      sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      durationSeconds: 1_800,
      ingestedAt: '2026-11-20T02:15:30Z',
    },
  },
});

// A stranger on the same subject: its message breaks the contract and never reaches the handler.
const address = { template: 'recording.ingested.v1', parameters: {} };
await broker.publish({ address, id: 'stranger', headers: {}, body: new TextEncoder().encode('{"specversion":"1.0"}') });
await broker.settled();
const letter = broker.messages.find((message) => message.address === 'DLQ_ASR');
console.log(`dead letter: ${letter?.headers['dead-letter-error']}`);
