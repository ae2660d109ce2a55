import { describe, expect, it } from '@jest/globals';
import { alarmNames } from '../../../settings/src/testing/index.js';
import { securityKinds, thresholdsFrom } from './security-kinds.js';

describe('bounds of security events', () => {
  it('can be written for every kind, and for no other', () => {
    expect(alarmNames).toEqual(securityKinds);
  });

  it('are ours unless an operator writes another; 0 is none', () => {
    const usual = thresholdsFrom();
    expect(thresholdsFrom(['exported:7', 'limited:0'])).toEqual({ ...usual, exported: 7, limited: undefined });
  });
});
