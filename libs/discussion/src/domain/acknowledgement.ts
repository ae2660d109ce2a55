import type { Instant } from '#lib/kernel';

/** REQ-36: what the sender gets and can check again; a retry with the same key gets the same, byte for byte. */
export interface Acknowledgement {
  readonly verdict: 'ON_TIME';
  readonly number: string;
  readonly discussionId: string;
  /** UTC, to the microsecond. */
  readonly receivedAt: Instant;
  /** The same instant in the zone of the law, with its offset. */
  readonly receivedAtLocal: string;
  readonly zone: string;
  readonly profileId: string;
  /** Exclusive; null while the term has not started. */
  readonly closeAt: Instant | null;
  /** SHA-256, hex; see `commitmentPreimage`. */
  readonly commitment: string;
  /** 32 bytes, hex. */
  readonly salt: string;
  /** With the number it lets the sender replace or withdraw the remark before the close. */
  readonly secret: string;
}

/** How long ago the complete request had arrived when the use case was called: milliseconds by a monotonic clock. */
export interface Arrival {
  readonly elapsedMs: number;
  /** When the same remark arrived before it had to wait, as its ticket says (REQ-47). */
  readonly arrivedAt?: Instant;
}
