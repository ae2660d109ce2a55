import { expect, it } from '@jest/globals';
import { comparableName, comparableValue } from './same-sender.js';

it.each([
  ['Әсел  ЖІБЕКҚЫЗЫ', 'әсел жібекқызы'],
  [' Иванов, И.И. ', 'иванов и и'],
  ['Әсел', undefined],
  ['И. И.', undefined],
  ['', undefined],
])('compares the name %j as %j', (name, expected) => {
  expect(comparableName(name)).toBe(expected);
});

it.each([
  [' Asel@Example.kz ', 'asel@example.kz'],
  ['', undefined],
  [undefined, undefined],
])('compares the value %j as %j', (value, expected) => {
  expect(comparableValue(value)).toBe(expected);
});
