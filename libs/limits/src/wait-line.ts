import { Database } from '#lib/database';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKeys } from './address-keys.js';
import { blocksOf } from './domain/address-block.js';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';

/** A network has one turn a second; so much as this may be given out ahead. */
const LONGEST_WAIT_SECONDS = 300;

const TURN = `
  insert into wait_turn as t (key, free_at) values ($1, clock_timestamp() + interval '1 second')
  on conflict (key) do update set free_at = greatest(t.free_at, clock_timestamp()) + interval '1 second'
   where t.free_at < clock_timestamp() + interval '${LONGEST_WAIT_SECONDS} seconds'
  returning ceil(extract(epoch from free_at - clock_timestamp()))::int as seconds`;

/** Whose turn it is, network by network: the way in without a proof, at the pace of one. By the database's clock, for all portals. */
@Injectable()
export class WaitLine {
  constructor(
    private readonly database: Database,
    private readonly keys: AddressKeys,
    @Inject(LIMITS_SETTINGS) private readonly settings: LimitsSettings,
  ) {}

  /** @returns seconds until the turn of who asks; null when so many wait already that none is given out */
  async turn(ip: string): Promise<number | null> {
    const key = Buffer.from(this.keys.of(`turn ${blocksOf(ip).network}`), 'hex');
    const [turn] = await this.database.query<{ seconds: number }>(TURN, [key]);
    return turn ? Math.max(this.settings.leastWaitSeconds, turn.seconds) : null;
  }
}
