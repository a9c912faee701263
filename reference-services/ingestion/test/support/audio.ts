import { randomBytes } from 'node:crypto';

/** The smallest files of each type that say how long they last. Their sound is noise or nothing. */

/** 16 kHz, mono, 16 bits; other bytes each time. */
export function wav(seconds = 1): Buffer {
  const samples = randomBytes(Math.round(seconds * 16_000) * 2);
  const header = Buffer.concat([
    text('RIFF'),
    le32(36 + samples.length),
    text('WAVEfmt '),
    le32(16),
    le16(1),
    le16(1),
    le32(16_000),
    le32(32_000),
    le16(2),
    le16(16),
    text('data'),
    le32(samples.length),
  ]);
  return Buffer.concat([header, samples]);
}

/** A FLAC file of which only the description is there: 16 kHz, mono, 16 bits. */
export function flac(seconds = 1): Buffer {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(4096, 0);
  info.writeUInt16BE(4096, 2);
  const packed = (16_000n << 44n) | (0n << 41n) | (15n << 36n) | BigInt(seconds * 16_000);
  info.writeBigUInt64BE(packed, 10);
  randomBytes(16).copy(info, 18);
  return Buffer.concat([text('fLaC'), Buffer.from([0x80, 0, 0, 34]), info]);
}

/** MPEG 1 layer III, 128 kbit/s, 44.1 kHz, stereo: each frame has 417 bytes and 1152 samples. */
export function mp3(seconds = 1): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
}

/** Opus in Ogg: its head, its tags, and a last page that says how many samples there were. */
export function ogg(seconds = 1): Buffer {
  const head = Buffer.concat([text('OpusHead'), Buffer.from([1, 1]), le16(0), le32(48_000), le16(0), Buffer.from([0])]);
  const tags = Buffer.concat([text('OpusTags'), le32(4), text('test'), le32(0)]);
  return Buffer.concat([
    oggPage(head, { flags: 2, position: 0, number: 0 }),
    oggPage(tags, { flags: 0, position: 0, number: 1 }),
    oggPage(randomBytes(100), { flags: 4, position: seconds * 48_000, number: 2 }),
  ]);
}

function oggPage(body: Buffer, { flags, position, number }: { flags: number; position: number; number: number }) {
  const granule = Buffer.alloc(8);
  granule.writeBigUInt64LE(BigInt(position));
  const segments = Buffer.from([1, body.length]);
  return Buffer.concat([
    Buffer.concat([text('OggS'), Buffer.from([0, flags]), granule, le32(7), le32(number), le32(0)]),
    Buffer.concat([segments, body]),
  ]);
}

/** Matroska with sound at 0, 1 and 2 s. Browsers that record write no duration; `'unsaid'` leaves it out as they do. */
export function webm(seconds: number | 'unsaid' = 1, track: 'audio' | 'video' = 'audio'): Buffer {
  const ebml = element('1a45dfa3', [
    element('4286', Buffer.from([1])),
    element('42f7', Buffer.from([1])),
    element('42f2', Buffer.from([4])),
    element('42f3', Buffer.from([8])),
    element('4282', text('webm')),
    element('4287', Buffer.from([4])),
    element('4285', Buffer.from([2])),
  ]);
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds === 'unsaid' ? 0 : seconds * 1000);
  const info = element('1549a966', [
    element('2ad7b1', Buffer.from([0x0f, 0x42, 0x40])),
    ...(seconds === 'unsaid' ? [] : [element('4489', duration)]),
    element('4d80', text('test')),
    element('5741', text('test')),
  ]);
  const rate = Buffer.alloc(8);
  rate.writeDoubleBE(48_000);
  const entry = [
    element('d7', Buffer.from([1])),
    element('73c5', Buffer.from([1])),
    element('83', Buffer.from([track === 'audio' ? 2 : 1])),
    element('86', text(track === 'audio' ? 'A_OPUS' : 'V_VP8')),
    ...(track === 'audio' ? [element('e1', [element('b5', rate), element('9f', Buffer.from([1]))])] : []),
    ...(track === 'video' ? [element('e0', [element('b0', Buffer.from([64])), element('ba', Buffer.from([64]))])] : []),
  ];
  const tracks = element('1654ae6b', [element('ae', entry)]);
  const blocks = [0, 1000, 2000].map((at) => {
    const block = element('a3', Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), randomBytes(20)]));
    return element('1f43b675', [element('e7', Buffer.from([at >> 8, at & 255])), block]);
  });
  return Buffer.concat([ebml, element('18538067', [info, tracks, ...blocks])]);
}

function element(id: string, content: Buffer | readonly Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10000000 + body.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
}

/** MPEG-4 with one track of AAC. */
export function mp4(seconds = 1): Buffer {
  const header = Buffer.concat([le32(0), le32(0), be32(48_000), be32(seconds * 48_000)]);
  const mvhd = box('mvhd', Buffer.concat([le32(0), header, Buffer.alloc(80)]));
  const mdhd = box('mdhd', Buffer.concat([le32(0), header, Buffer.alloc(4)]));
  const hdlr = box('hdlr', Buffer.concat([Buffer.alloc(8), text('soun'), Buffer.alloc(13)]));
  const sound = Buffer.concat([Buffer.alloc(6), Buffer.from([0, 1]), Buffer.alloc(8), Buffer.from([0, 1, 0, 16])]);
  const mp4a = box('mp4a', Buffer.concat([sound, Buffer.alloc(4), be32(48_000 * 65_536)]));
  const stsd = box('stsd', Buffer.concat([le32(0), be32(1), mp4a]));
  const empty = ['stts', 'stsc', 'stco'].map((name) => box(name, Buffer.alloc(8)));
  const stbl = box('stbl', Buffer.concat([stsd, ...empty, box('stsz', Buffer.alloc(12))]));
  const trak = box(
    'trak',
    Buffer.concat([
      box('tkhd', Buffer.concat([Buffer.alloc(12), be32(1), Buffer.alloc(68)])),
      box('mdia', Buffer.concat([mdhd, hdlr, box('minf', stbl)])),
    ]),
  );
  const ftyp = box('ftyp', Buffer.concat([text('M4A '), le32(0), text('M4A isom')]));
  return Buffer.concat([ftyp, box('moov', Buffer.concat([mvhd, trak])), box('mdat', randomBytes(32))]);
}

function box(name: string, body: Buffer): Buffer {
  return Buffer.concat([be32(8 + body.length), text(name), body]);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}

function le16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function be32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
