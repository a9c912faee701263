import { type FileHandle, open } from 'node:fs/promises';

/** Elements of Matroska (RFC 9559) that are looked into; whatever else there is, is passed over by its size. */
const containers = new Set([0x18538067, 0x1549a966, 0x1f43b675, 0xa0]); // Segment, Info, Cluster, BlockGroup
const timestampScale = 0x2ad7b1;
const clusterTimestamp = 0xe7;
const blocks = new Set([0xa3, 0xa1]); // SimpleBlock, Block
const windowBytes = 1024 * 1024;

/**
 * Seconds until the last block of a WebM file begins. Browsers write files as they record and do not come back to say how
 * long they have become, so the blocks alone know. Undefined when there is none.
 */
export async function webmDuration(path: string): Promise<number | undefined> {
  const handle = await open(path, 'r');
  try {
    return await lastBlock(handle);
  } finally {
    await handle.close();
  }
}

async function lastBlock(handle: FileHandle): Promise<number | undefined> {
  let nanoseconds = 1_000_000;
  let cluster = 0;
  let last: number | undefined;
  for await (const { id, content } of elements(handle)) {
    if (id === timestampScale) nanoseconds = readUnsigned(content);
    else if (id === clusterTimestamp) cluster = readUnsigned(content);
    else if (blocks.has(id)) last = Math.max(last ?? 0, cluster + blockTime(content));
  }
  return last === undefined ? undefined : (last * nanoseconds) / 1e9;
}

interface Element {
  readonly id: number;
  /** Its first bytes: all of a number, and the head of a block. */
  readonly content: Buffer;
}

/** Goes through the file in windows. Containers are entered, so it does not matter whether they know their size. */
async function* elements(handle: FileHandle): AsyncGenerator<Element> {
  const buffer = Buffer.alloc(windowBytes);
  let start = 0;
  let window = buffer.subarray(0, 0);
  // A size may say more than any file has; then it is the last.
  for (let at = 0; Number.isSafeInteger(at); ) {
    if (at < start || at + 32 > start + window.length) {
      const { bytesRead } = await handle.read(buffer, 0, windowBytes, at);
      start = at;
      window = buffer.subarray(0, bytesRead);
    }
    const view = window.subarray(at - start);
    const id = readVariable(view, true);
    const size = id && readVariable(view.subarray(id.length), false);
    if (id === undefined || size === undefined) return;
    const head = id.length + size.length;
    yield { id: id.value, content: view.subarray(head, head + Math.min(size.value, 16)) };
    at += containers.has(id.value) ? head : head + size.value;
  }
}

/** EBML's numbers (RFC 8794) say by their leading zeros how long they are; identifiers keep the mark. */
function readVariable(
  bytes: Buffer,
  keepMark: boolean,
): { readonly value: number; readonly length: number } | undefined {
  const first = bytes[0];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (length > bytes.length) return undefined;
  let value = keepMark ? first : first & (0xff >> length);
  for (const byte of bytes.subarray(1, length)) value = value * 256 + byte;
  return { value, length };
}

function readUnsigned(bytes: Buffer): number {
  return bytes.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0);
}

/** After the number of its track, a block says when it begins, counted from its cluster. */
function blockTime(content: Buffer): number {
  const track = readVariable(content, false);
  return track !== undefined && content.length >= track.length + 2 ? content.readInt16BE(track.length) : 0;
}
