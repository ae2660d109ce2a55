import { createHmac } from 'node:crypto';
import { CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';

const REMEMBERED = 20_000;

/**
 * What stands in the store in the place of an address: HMAC-SHA256 under a key of the day, cut to 16 bytes. Whoever reads the store
 * learns no address from it, and tomorrow's key makes another of the same one.
 */
@Injectable()
export class AddressKeys {
  private day = '';
  private dayKey: Buffer = Buffer.alloc(0);
  private readonly made = new Map<string, string>();

  constructor(
    @Inject(LIMITS_SETTINGS) private readonly settings: LimitsSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Hex. */
  of(name: string): string {
    this.turn();
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const key = createHmac('sha256', this.dayKey).update(name).digest('hex').slice(0, 32);
    if (this.made.size >= REMEMBERED) this.made.clear();
    this.made.set(name, key);
    return key;
  }

  private turn(): void {
    const today = this.clock.now().slice(0, 10);
    if (today === this.day) return;
    this.day = today;
    this.made.clear();
    this.dayKey = createHmac('sha256', this.settings.secret).update(`addresses of ${today}`).digest();
  }
}
