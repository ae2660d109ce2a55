import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './address-block.js';

describe('the blocks of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:aa:1:5:6:7:8', '2001:db8:aa:1::/64', '2001:db8:aa::/48'],
    ['2001:DB8:AA:1::9', '2001:db8:aa:1::/64', '2001:db8:aa::/48'],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['not an address', 'not an address', 'not an address'],
  ])('%s: %s, %s', (ip, address, network) => {
    expect(blocksOf(ip)).toEqual({ address, network });
  });
});
