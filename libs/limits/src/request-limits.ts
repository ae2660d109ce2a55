import type { LimitedAction } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKeys } from './address-keys.js';
import { blocksOf } from './domain/address-block.js';
import { type Limits, limitsFrom } from './domain/limits.js';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';
import { RequestCounts } from './request-counts.js';

/** Who does something: a person at a session, else whoever is at an address. */
export type Whence = { readonly sessionId: string } | { readonly ip: string };

@Injectable()
export class RequestLimits {
  private readonly limits: Limits;

  constructor(
    private readonly keys: AddressKeys,
    private readonly counts: RequestCounts,
    @Inject(LIMITS_SETTINGS) { rates }: LimitsSettings,
  ) {
    this.limits = limitsFrom(rates);
  }

  /** Counts one more. @returns seconds to wait when it was too much */
  take(action: LimitedAction, whence: Whence): number | undefined {
    const { perAddress, perNetwork } = this.limits[action];
    if ('sessionId' in whence) return this.over(`${action} session ${whence.sessionId}`, perAddress);
    const { address, network } = blocksOf(whence.ip);
    const waits = [this.over(`${action} ${address}`, perAddress), this.over(`${action} ${network}`, perNetwork)];
    return waits[0] ?? waits[1];
  }

  private over(name: string, most: number): number | undefined {
    const { count, secondsLeft } = this.counts.add(this.keys.of(name));
    return count > most ? secondsLeft : undefined;
  }
}
