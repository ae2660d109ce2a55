import { DomainError, type Instant, instant } from '#lib/kernel';
import { offsetAt } from './zone-time.js';

const CHECKS: readonly (readonly [moment: Instant, offset: string])[] = [
  [instant('2016-07-01T00:00:00Z'), '+06:00'],
  [instant('2024-03-01T00:00:00Z'), '+05:00'],
];
const ZONE = 'Asia/Almaty';

/**
 * Start-up check of the host's zone data: Asia/Almaty left UTC+6 for UTC+5 on 1 March 2024 (release 2024a). A host that does
 * not know it would close a discussion an hour early, so it may not compute terms at all (REQ-113).
 * @throws DomainError `term-not-computable` naming the instant, the offset found and the one expected
 */
export function assertZoneData(offsetOf: (moment: Instant, zone: string) => string = offsetAt): void {
  for (const [moment, expected] of CHECKS) {
    const found = offsetOf(moment, ZONE);
    if (found === expected) continue;
    throw new DomainError(
      'term-not-computable',
      `zone data of this host are too old: ${ZONE} at ${moment} is ${found}, expected ${expected}; install tzdata 2024a or newer`,
      { zone: ZONE, moment, found, expected },
    );
  }
}
