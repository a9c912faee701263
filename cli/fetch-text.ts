import { lookup as resolveName } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { defaultLimits } from '../core/source/limits.ts';
import { isPrivateAddress } from '../core/source/private-address.ts';

export interface FetchLimits {
  /** For the whole exchange, in milliseconds. */
  readonly timeout: number;
  readonly bytes: number;
  /** Addresses that are not connected to. */
  readonly refuses: (address: string) => boolean;
}

export const defaultFetchLimits: FetchLimits = {
  timeout: 10_000,
  bytes: defaultLimits.characters,
  refuses: isPrivateAddress,
};

/**
 * Fetches one URL for a reference. Redirects are not followed, and addresses off the public internet are not connected
 * to, whatever name leads there: the check sits in the name lookup of the connection itself.
 */
export async function fetchText(
  url: string,
  limits: FetchLimits = defaultFetchLimits,
): Promise<{ readonly text: string } | { readonly refusal: string }> {
  try {
    return { text: await textOf(await open(new URL(url), limits), limits) };
  } catch (error) {
    const reason = error instanceof Refusal ? error.message : `which cannot be read: ${reasonOf(error)}`;
    return { refusal: `points to ${url}, ${reason}` };
  }
}

class Refusal extends Error {}

function open(url: URL, limits: FetchLimits): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(limits.timeout);
  return new Promise((resolve, reject) => {
    const request = send(url, { lookup: checkedLookup(limits), signal });
    // A literal address is connected to without a lookup.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (/^[\d.]+$|:/.test(literal) && limits.refuses(literal)) request.destroy(new Refusal(privateAddress));
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

async function textOf(response: IncomingMessage, limits: FetchLimits): Promise<string> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    const redirects = status >= 300 && status < 400;
    throw new Refusal(redirects ? 'which redirects; redirects are not followed' : `which answers ${status}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.bytes) throw new Refusal(`which is larger than ${limits.bytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const privateAddress = 'a private or loopback address, which is never read';

function checkedLookup({ refuses }: FetchLimits): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 4);
      if (addresses.some(({ address }) => refuses(address))) return callback(new Refusal(privateAddress), '', 4);
      if (options.all === true) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.name === 'AbortError' ? 'no answer in time' : error.message;
  return String(error);
}
