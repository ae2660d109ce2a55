import type { Transaction } from '#lib/database';
import { CLOCK, type Clock, system } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { findPersonalData } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';

const DETECTOR = actorLabel(system('personal-data'));

/** Marks a remark in the queue whose words look like personal data, so that an officer looks at it before the public does for long. */
@Injectable()
export class FlagPersonalData {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Twice is once; what was found is not stored, the page of the remark finds it again. */
  async within(tx: Transaction, remarkId: string): Promise<void> {
    const [remark] = await tx.query<{ body: string; wording: string | null }>(
      `select body, proposed_wording as wording from remark where id = $1 and state = 'RECEIVED'`,
      [remarkId],
    );
    if (!remark || findPersonalData(`${remark.body}\n${remark.wording ?? ''}`).length === 0) return;
    await tx.query(
      `insert into remark_flag (remark_id, flagged_by, flagged_at) values ($1, $2, $3) on conflict (remark_id) do nothing`,
      [remarkId, DETECTOR, this.clock.now()],
    );
  }
}
