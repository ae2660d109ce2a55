import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { type NewPlacement, placementFaults } from './new-placement.js';

const placement = (over: Partial<NewPlacement> = {}): NewPlacement => ({
  channel: 'EGOV_PORTAL',
  url: 'https://egov.example.kz/жоба?id=1',
  placedAt: instant('2016-06-01T04:00:00Z'),
  ...over,
});

describe('new placement (REQ-20)', () => {
  it('takes a web address with or without a proof', () => {
    expect(placementFaults([placement(), placement({ proofSha256: 'ab'.repeat(32) })], [])).toEqual([]);
  });

  it.each([
    ['no placement', [], [], 'placements'],
    ['a script for an address', [placement({ url: 'javascript:alert(1)' })], [], 'placements.0.url'],
    ['a proof that is no hash', [placement({ proofSha256: 'ab' })], [], 'placements.0.proofSha256'],
    [
      'a dropped channel without a reason (AMB-05)',
      [placement()],
      [{ channel: 'OWN_RESOURCE' as const, reason: ' ' }],
      'droppedChannels.0.reason',
    ],
  ])('refuses %s', (_, placements, dropped, field) => {
    expect(placementFaults(placements, dropped).map((fault) => fault.field)).toEqual([field]);
  });
});
