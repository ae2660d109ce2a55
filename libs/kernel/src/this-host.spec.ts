import { describe, expect, it } from '@jest/globals';
import { isThisHost } from './this-host.js';

describe('isThisHost', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])('is true of %s', (name) => {
    expect(isThisHost(name)).toBe(true);
  });
  it.each([
    '',
    '0.0.0.0',
    '::',
    '10.0.0.5',
    '127.evil.example',
    '127.0.0.1.example',
    'localhost.example',
    '1270.0.0.1',
  ])('is false of %s', (name) => {
    expect(isThisHost(name)).toBe(false);
  });
});
