import { instant } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { isHalfRotated, retirableKeys } from './key-rotation.js';

const now = instant('2026-11-26T10:10:00Z');
const first = { id: 'k1', since: undefined };
const second = { id: 'k2', since: '2026-11-26T10:00:00.000Z' };
const fresh = { id: 'k3', since: '2026-11-26T10:09:00.000Z' };

describe('retirableKeys', () => {
  it.each([
    [[first], [], []],
    [[first, second], ['k2'], ['k1']],
    [[first, second], ['k1', 'k2'], []],
    [[first, second, fresh], ['k3'], ['k1']],
    [[first, second, fresh], [], ['k1']],
  ])('of %j with rows under %j are %j', (keys, inUse, expected) => {
    expect(retirableKeys(keys, inUse, now)).toEqual(expected);
  });
});

it.each([
  [[first], ['k1'], false],
  [[first, second], ['k2'], false],
  [[first, second], ['k1', 'k2'], true],
  [[first, second], [], false],
])('with keys %j and rows under %j a rotation is half done: %j', (keys, inUse, expected) => {
  expect(isHalfRotated(keys, inUse)).toBe(expected);
});
