import { describe, expect, it } from '@jest/globals';
import { isConfidentialAddress } from './confidential-address.js';

describe('isConfidentialAddress', () => {
  it.each([
    'https://a.example.kz/x',
    'http://127.0.0.1:9/x',
    'http://127.1.2.3/',
    'http://0x7f.1/',
    'http://[::1]:9/',
    'http://localhost/',
  ])('is true of %s', (address) => {
    expect(isConfidentialAddress(address)).toBe(true);
  });
  it.each([
    'http://a.example.kz/x',
    'http://127.0.0.1.example.kz/',
    'http://localhost.example.kz/',
    'http://127.0.0.1@10.0.0.5/',
    'http://10.0.0.5/',
    'http://169.254.169.254/',
    'ftp://127.0.0.1/',
    'a.example.kz',
    '',
  ])('is false of %s', (address) => {
    expect(isConfidentialAddress(address)).toBe(false);
  });
});
