import { describe, expect, test } from 'vitest';
import { isPrivateAddress, isPrivateHost } from '../../core/source/private-address.ts';

describe('addresses off the public internet are private', () => {
  test.each([
    ['loopback', '127.0.0.1', '127.255.255.255', '::1'],
    ['private', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1'],
    ['link-local and site-local', '169.254.169.254', 'fe80::1', 'febf::1', 'fec0::1', 'feff::1'],
    ['shared between customers', '100.64.0.1', '100.127.255.255'],
    [
      'unspecified, reserved, multicast, discard',
      '0.0.0.0',
      '192.0.0.8',
      '240.0.0.1',
      '224.0.0.1',
      'ff02::1',
      '100::1',
    ],
    ['of relays and benchmarks', '192.88.99.1', '198.18.0.1', '198.19.255.255'],
    ['for documentation', '192.0.2.1', '198.51.100.1', '203.0.113.255', '2001:db8::1'],
    ['IPv4 written as IPv6', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:7f00:1'],
    ['IPv4 translated to IPv6', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1', '64:ff9b:1:ffff::1'],
    ['IPv4 tunnelled in IPv6', '2002:7f00:1::', '2002:a00:1::1', '2001::1', '2001:0:ffff::1'],
    ['no address at all', '', 'example.com', '127.1', '1.2.3.4.5'],
  ])('%s', (_, ...addresses) => {
    expect(addresses.filter((address) => !isPrivateAddress(address))).toEqual([]);
  });
});

test('their neighbours on the public internet are not', () => {
  const addresses = [
    ...['1.1.1.1', '11.0.0.1', '100.63.255.255', '100.128.0.1', '126.255.255.255', '128.0.0.1', '169.253.1.1'],
    ...['172.15.255.255', '172.32.0.1', '192.0.1.1', '192.0.3.1', '192.88.98.1', '192.169.0.1', '198.20.0.1'],
    ...['198.51.101.1', '203.0.112.1', '223.255.255.255', '::ffff:1.1.1.1'],
    ...['2001:1::1', '2001:db9::1', '2003::1', '2606:4700::1111', '64:ff9c::1', '101::1'],
  ];
  expect(addresses.filter(isPrivateAddress)).toEqual([]);
});

test('hosts of URLs are private by their address or by a name that means this machine or network', () => {
  const hosts = [
    '[::1]',
    '[2002:7f00:1::]',
    'localhost',
    'LOCALHOST.',
    'api.localhost',
    'printer.local',
    'db.internal',
  ];
  expect(hosts.filter((host) => !isPrivateHost(host))).toEqual([]);
  expect(['example.com', 'local.example', '[2606:4700::1111]', '1.1.1.1'].filter(isPrivateHost)).toEqual([]);
});
