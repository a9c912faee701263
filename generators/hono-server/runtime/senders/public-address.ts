/**
 * Whether a URL may lead to the public internet, as far as its text tells: http or https, and no address or name that means
 * this machine or a private network (RFC 6890). Which address a public-looking name resolves to is not known here.
 */
export function isPublicAddress({ protocol, hostname }: URL): boolean {
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const host = hostname.replace(/\.$/, '').toLowerCase();
  // URL parsers write every notation of an IPv4 address as four decimal numbers.
  if (/^\d+(\.\d+){3}$/.test(host)) return !privateNetworks.some((network) => contains(network, host));
  if (host.startsWith('[')) return isGlobalUnicast(host.slice(1, -1));
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa|localdomain)$/.test(host);
}

const privateNetworks = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  // Multicast, reserved and broadcast.
  '224.0.0.0/3',
];

function contains(network: string, address: string): boolean {
  const [start = '', length = ''] = network.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(toNumber(start) / size) === Math.floor(toNumber(address) / size);
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** 2000::/3 without what tunnels IPv4 (Teredo, 6to4) or is documentation. */
function isGlobalUnicast(address: string): boolean {
  const [first = 0, second = 0] =
    address
      .split('::', 1)[0]
      ?.split(':')
      .map((group) => Number.parseInt(group, 16) || 0) ?? [];
  if (first < 0x2000 || first > 0x3fff || first === 0x2002) return false;
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8)) && !(first === 0x3fff && second < 0x1000);
}
