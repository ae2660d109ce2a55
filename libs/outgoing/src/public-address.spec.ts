import { describe, expect, it } from '@jest/globals';
import { isOwnHost, isPublicAddress } from './public-address.js';

describe('an address of the public internet (NT12)', () => {
  it.each(['8.8.8.8', '95.59.26.1', '172.32.0.1', '100.128.0.1', '2a00:1450:4010::65', '2600::1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '203.0.113.1',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
    '0x7f.1',
    '127.1',
    '8.8.8.8:80',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address of this host itself', () => {
  it.each(['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::', '::ffff:127.0.0.1', '169.254.169.254', 'fe80::1'])(
    'is %s',
    (address) => {
      expect(isOwnHost(address)).toBe(true);
    },
  );
  it.each(['10.1.2.3', '8.8.8.8', '2600::1', 'fd00::1', 'localhost', ''])('is not %s', (address) => {
    expect(isOwnHost(address)).toBe(false);
  });
});
