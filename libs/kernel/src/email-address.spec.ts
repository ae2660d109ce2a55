import { expect, it } from '@jest/globals';
import { comparableAddress, isEmailAddress } from './email-address.js';

it.each([' Asel@Example.KZ', 'asel@example.kz', 'ASEL@EXAMPLE.KZ\n'])('compares the address %j', (typed) => {
  expect(comparableAddress(typed)).toBe('asel@example.kz');
  expect(isEmailAddress(comparableAddress(typed))).toBe(true);
});

it.each(['asel@example.kz.', 'asel+1@example.kz', 'a.sel@example.kz', ''])('takes %j for another', (typed) => {
  expect(comparableAddress(typed)).not.toBe('asel@example.kz');
});
