import { isWritableText, type Instant } from '#lib/kernel';
import type { Channel } from '#lib/time-limits';
import type { Fault } from './fault.js';
import { reasonFaults } from './reason.js';

/** REQ-20: one showing of the draft on one channel. */
export interface NewPlacement {
  readonly channel: Channel;
  /** http or https, 2,000 characters at most. */
  readonly url: string;
  readonly placedAt: Instant;
  /** SHA-256 of the snapshot that proves it, hex. */
  readonly proofSha256?: string;
}

/** AMB-05: a mandatory channel given up, and why: 1-2,000 characters. */
export interface DroppedChannel {
  readonly channel: Channel;
  readonly reason: string;
}

/** What is wrong with placements as they were entered. */
export function placementFaults(placements: readonly NewPlacement[], dropped: readonly DroppedChannel[]): Fault[] {
  const faults: Fault[] = placements.length === 0 ? [{ field: 'placements', fault: 'missing' }] : [];
  for (const [index, { url, proofSha256 }] of placements.entries()) {
    if (!isWebAddress(url)) faults.push({ field: `placements.${index}.url`, fault: 'malformed' });
    if (proofSha256 !== undefined && !/^[0-9a-f]{64}$/.test(proofSha256)) {
      faults.push({ field: `placements.${index}.proofSha256`, fault: 'malformed' });
    }
  }
  for (const [index, { reason }] of dropped.entries()) {
    faults.push(...reasonFaults(`droppedChannels.${index}.reason`, reason));
  }
  return faults;
}

const isWebAddress = (url: string): boolean =>
  isWritableText(url) && /^https?:\/\/[^\s/]+(\/\S*)?$/u.test(url) && url.length <= 2_000;
