import { describe, expect, it } from '@jest/globals';
import { sessionPlace } from './session-place.js';

describe('sessionPlace', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:0db8:00a1:2::7', '2001:db8:a1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['localhost', ''],
    ['<script>', ''],
    ['', ''],
  ])('keeps of %s the block %s', (address, block) => expect(sessionPlace(address).addressBlock).toBe(block));

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari, iOS'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 YaBrowser/25.1 Safari/537.36', 'Yandex, Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['curl/8.1', 'curl'],
    ['<b>something</b>', ''],
    ['', ''],
  ])('calls %s %s', (userAgent, device) => expect(sessionPlace('', userAgent).device).toBe(device));
});
