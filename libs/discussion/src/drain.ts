import { Inject, Injectable } from '@nestjs/common';

/** The injection token of how long after `close_at` the state flips, in seconds. */
export const DRAIN_SECONDS = Symbol('DrainSeconds');

/** Longer than any request may live (60 s by default): what arrived in time and is still being written is never refused. */
@Injectable()
export class DrainSeconds {
  constructor(@Inject(DRAIN_SECONDS) readonly seconds: number) {}
}
