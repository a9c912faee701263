import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { MiddlewareHandler } from 'hono';
import { problem } from '../../common/problem.ts';
import { HttpProblem, type ServerEnv } from '../generated/index.ts';
import type { Spool, Spooled } from './spool.ts';

/** A file of a form whose bytes lie in the spool. */
export class SpooledFile extends File {
  readonly spooled: Spooled;
  /** SHA-256 of the whole body of the request, in base64, as `Content-Digest` has it. */
  readonly contentDigest: string;

  constructor(spooled: Spooled, about: { name: string; type: string; contentDigest: string }) {
    super([], about.name, { type: about.type });
    this.spooled = spooled;
    this.contentDigest = about.contentDigest;
  }

  override get size(): number {
    return this.spooled.size;
  }
}

export type Multipart = ReturnType<typeof createMultipart>;

/** Reads forms piece by piece: the part `file` goes to the spool as it arrives, and only the small parts are held. */
export function createMultipart(spool: Spool, maxFileBytes: number) {
  const spooled = new WeakMap<Request, Spooled>();
  return { parse, discardLeftovers };

  async function parse(request: Request): Promise<FormData> {
    const form = new FormData();
    if (request.body === null) return form;
    const contentHash = createHash('sha256');
    const incoming = readForm(request, spool, maxFileBytes);
    try {
      await pipeline(request.body, hashing(contentHash), incoming.parser);
    } catch (error) {
      await incoming.abandon(asError(error));
      throw error;
    }
    const contentDigest = contentHash.digest('base64');
    for (const { name, value } of incoming.fields) form.append(name, value);
    const file = await incoming.file();
    if (file !== undefined) {
      spooled.set(request, file.spooled);
      form.append('file', new SpooledFile(file.spooled, { ...file, contentDigest }));
    }
    return form;
  }

  /** Whatever became of a request, its file does not stay behind. */
  function discardLeftovers(): MiddlewareHandler<ServerEnv> {
    return async (c, next) => {
      const request = c.req.raw;
      try {
        await next();
      } finally {
        await spooled.get(request)?.discard();
      }
    };
  }
}

interface FilePart {
  readonly name: string;
  readonly type: string;
  readonly spooled: Spooled;
}

function readForm(request: Request, spool: Spool, maxFileBytes: number) {
  const headers: BusboyHeaders = { 'content-type': request.headers.get('content-type') ?? '' };
  const limits = { files: 1, fields: 8, fieldSize: 65_536, headerPairs: 32, parts: 10 };
  const parser = new Busboy({ headers, limits, isPartAFile: (name) => name === 'file' });
  const fields: { readonly name: string; readonly value: string }[] = [];
  let receiving: Promise<FilePart | undefined> = Promise.resolve(undefined);
  let incoming: Readable | undefined;
  parser.on('field', (name, value, _nameTruncated, truncated) => {
    if (truncated) parser.destroy(tooLarge(`The part ${name} is larger than ${limits.fieldSize} bytes.`));
    fields.push({ name, value });
  });
  parser.on('file', (_field, stream, name, _encoding, type) => {
    incoming = stream;
    // The parser reports a form that is cut off here too, at a time when nobody may be reading.
    stream.on('error', () => undefined);
    receiving = spool.receive(stream, maxFileBytes).then((received) => {
      if (received.kind === 'whole') return { name: name || 'file', type, spooled: received.file };
      if (received.kind === 'too-large') {
        parser.destroy(tooLarge(`The file is larger than the ${maxFileBytes} bytes that one request may bring.`));
      } else {
        return received.file.discard().then(() => undefined);
      }
      return undefined;
    });
    // It is awaited when the form has ended, and must not count as forgotten until then.
    receiving.catch((error: unknown) => parser.destroy(asError(error)));
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => parser.destroy(new Error('The form has more parts than the contract knows.')));
  }
  return {
    parser,
    fields,
    file: () => receiving,
    /** Whoever reads the file learns that no more of it comes. */
    abandon: async (error: Error) => {
      incoming?.destroy(error);
      await (await receiving.catch(() => undefined))?.spooled.discard();
    },
  };
}

function hashing(hash: Hash) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
  };
}

function tooLarge(detail: string): HttpProblem {
  const { status, ...about } = problem('payload-too-large', detail);
  return new HttpProblem(status, about);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
