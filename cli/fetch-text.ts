import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { defaultLimits } from '../core/source/limits.ts';

const timeoutMilliseconds = 10_000;

/**
 * Fetches one URL for a reference. Redirects are not followed and private, loopback and link-local addresses are not
 * connected to, whatever name leads there: the check sits in the name lookup of the connection itself.
 */
export function fetchText(url: string): Promise<{ readonly text: string } | { readonly refusal: string }> {
  const target = new URL(url);
  const literal = target.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && isPrivate(literal)) return Promise.resolve({ refusal: privateRefusal(url) });
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const refuse = (reason: string) => resolve({ refusal: `points to ${url}, ${reason}` });
    const request = send(target, { lookup: publicLookup, timeout: timeoutMilliseconds }, (response) => {
      const status = response.statusCode ?? 0;
      if (status !== 200) {
        response.destroy();
        return refuse(
          status >= 300 && status < 400 ? 'which redirects; redirects are not followed' : `which answers ${status}`,
        );
      }
      let size = 0;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > defaultLimits.characters) request.destroy(new Error('is too large'));
      });
      response.on('end', () => resolve({ text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', (error) => refuse(`which cannot be read: ${error.message}`));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', (error) => {
      if (error.message === privateAddress) resolve({ refusal: privateRefusal(url) });
      else refuse(`which cannot be read: ${error.message}`);
    });
    request.end();
  });
}

const privateAddress = 'private address';

function privateRefusal(url: string): string {
  return `points to ${url}, a private or loopback address, which is never read`;
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 4);
    if (addresses.some(({ address }) => isPrivate(address))) return callback(new Error(privateAddress), '', 4);
    if (options.all === true) return callback(null, addresses);
    const [first] = addresses;
    return callback(null, first?.address ?? '', first?.family);
  });
};

const blocked = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  blocked.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  blocked.addSubnet(network, prefix, 'ipv6');
}

/** Also true for IPv4 addresses written as IPv6, which the block list maps itself. */
function isPrivate(address: string): boolean {
  const version = isIP(address);
  return version === 0 || blocked.check(address, version === 6 ? 'ipv6' : 'ipv4');
}
