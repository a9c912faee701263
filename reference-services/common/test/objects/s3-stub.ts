import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * As much of S3's REST protocol as the store uses, in memory: one bucket, objects, uploads in parts, and the errors that its
 * documentation gives. It checks no signatures, only that there is one.
 */
export async function startS3Stub(bucket: string) {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const seen: string[] = [];
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, headers = {}, body = '' }) => response.writeHead(status, headers).end(body),
      (error: unknown) => fail(response, error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage): Promise<Reply> {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, name, ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    const method = request.method ?? '';
    seen.push(`${method} ${url.searchParams.has('uploadId') ? 'part of ' : ''}${key}`);
    const body = await bodyOf(request);
    if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true) return problem(403, 'AccessDenied');
    if (name !== bucket) return problem(404, 'NoSuchBucket');
    if (key === '') return { status: 200 };
    const uploadId = url.searchParams.get('uploadId');
    if (method === 'POST' && url.searchParams.has('uploads')) return begin(key);
    if (uploadId !== null)
      return inParts(method, key, { uploadId, part: Number(url.searchParams.get('partNumber')), body });
    return whole(method, key, request.headers.range, body);
  }

  function whole(method: string, key: string, range: string | undefined, body: Buffer): Reply {
    const found = objects.get(key);
    if (method === 'PUT') {
      objects.set(key, body);
      return { status: 200, headers: { ETag: etagOf(body) } };
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    if (found === undefined) return problem(404, 'NoSuchKey');
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    const content = found.subarray(start);
    const headers = { ETag: etagOf(found), 'Content-Length': String(content.length) };
    return { status: start > 0 ? 206 : 200, headers, body: method === 'HEAD' ? '' : content };
  }

  function begin(key: string): Reply {
    const id = `upload-${uploads.size}`;
    uploads.set(id, new Map());
    return xml(
      200,
      `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }

  function inParts(method: string, key: string, { uploadId, part, body }: PartRequest): Reply {
    const parts = uploads.get(uploadId);
    if (parts === undefined) return problem(404, 'NoSuchUpload');
    if (method === 'PUT') {
      parts.set(part, body);
      return { status: 200, headers: { ETag: etagOf(body) } };
    }
    if (method === 'DELETE') {
      uploads.delete(uploadId);
      return { status: 204 };
    }
    const numbers = [...body.toString().matchAll(/<PartNumber>(\d+)</g)].map(([, number]) => Number(number));
    objects.set(key, Buffer.concat(numbers.map((number) => parts.get(number) ?? Buffer.alloc(0))));
    uploads.delete(uploadId);
    return xml(200, `<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`);
  }
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

interface PartRequest {
  readonly uploadId: string;
  readonly part: number;
  readonly body: Buffer;
}

function xml(status: number, body: string): Reply {
  return { status, headers: { 'Content-Type': 'application/xml' }, body: `<?xml version="1.0"?>${body}` };
}

function problem(status: number, code: string): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (request.headers['content-encoding'] === 'aws-chunked') throw new Error('The stub reads no aws-chunked bodies.');
  return body;
}

function fail(response: ServerResponse, error: unknown): void {
  response.writeHead(500).end(String(error));
}
