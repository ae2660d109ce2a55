import { describe, expect, it } from '@jest/globals';
import { thresholdsFrom } from './thresholds.js';

describe('bounds of security events', () => {
  it('are ours unless an operator writes another; 0 is none', () => {
    const usual = thresholdsFrom();
    expect(thresholdsFrom(['exported:7', 'limited:0'])).toEqual({ ...usual, exported: 7, limited: undefined });
  });
});
