import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { zonedText } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Acknowledgement } from '../domain/acknowledgement.js';
import { latenessNotice } from '../domain/lateness.js';
import {
  DiscussionClosed,
  DiscussionNotOpen,
  DiscussionWithdrawn,
  IdempotencyKeyReused,
  RequestInProgress,
} from '../domain/refusals.js';
import { Redactions } from '../persistence/redactions.js';
import { Receipts } from '../receipts.js';
import type { IntakeRow, Judgement } from './intake-row.js';

/** What was written under a key before. */
interface Earlier {
  readonly isSame: boolean;
  readonly number: string | null;
  readonly commitment: string;
  readonly salt: string;
  readonly receivedAt: Instant;
  readonly closeAt: Instant | null;
  readonly profileId: string;
  readonly zone: string;
  readonly refusalNumber: string | null;
  /** The remark, when its salt is sealed with the words of it that are redacted. */
  readonly redacted: string | null;
}

/** Says to the sender what the database decided: the acknowledgement, or the refusal that the law asks for. */
@Injectable()
export class IntakeAnswers {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly redactions: Redactions,
  ) {}

  async answer(row: IntakeRow, judgement: Judgement): Promise<Acknowledgement> {
    const { discussion_id: discussionId, number } = row;
    if (judgement.verdict === 'accepted') {
      const hex = (bytea: string) => bytea.slice(2);
      return this.acknowledgement(row, { ...judgement, number, salt: hex(row.salt), commitment: hex(row.commitment) });
    }
    if (judgement.verdict === 'late') throw refusal(discussionId, number, judgement);
    // A retry gets what its first try got, whatever has happened to the discussion since (REQ-37).
    const earlier = await this.earlier(row);
    if (earlier) return this.again(row, earlier);
    switch (judgement.verdict) {
      case 'withdrawn':
        throw new DiscussionWithdrawn(discussionId);
      case 'closed':
        throw new DiscussionClosed({ discussionId, profileId: judgement.profileId, clause: 'R8.4' });
      case 'duplicate-key':
        throw new RequestInProgress();
      default:
        throw new DiscussionNotOpen(discussionId);
    }
  }

  /** Whether something was written under the key before: nothing new can be. */
  async knows(discussionId: string, key: string): Promise<boolean> {
    const found = await this.database.query('select from idempotency where scope = $1 and key = $2', [
      discussionId,
      key,
    ]);
    return found.length > 0;
  }

  private again(row: IntakeRow, earlier: Earlier): Acknowledgement {
    if (!earlier.isSame) throw new IdempotencyKeyReused();
    const { number, refusalNumber } = earlier;
    if (number === null) throw refusal(row.discussion_id, refusalNumber ?? '', earlier);
    return this.acknowledgement(row, { ...earlier, number });
  }

  private acknowledgement(
    { discussion_id: discussionId }: IntakeRow,
    facts: Omit<Earlier, 'isSame' | 'number' | 'refusalNumber' | 'redacted'> & { readonly number: string },
  ): Acknowledgement {
    const { number, receivedAt, zone, profileId, closeAt, commitment, salt } = facts;
    return {
      verdict: 'ON_TIME',
      number,
      discussionId,
      receivedAt,
      receivedAtLocal: zonedText(receivedAt, zone),
      zone,
      profileId,
      closeAt,
      commitment,
      salt,
      secret: this.receipts.secretOf(number),
    };
  }

  /** The first revision counts: a replacement since then has a receipt of its own. */
  private async earlier({ discussion_id: scope, key, fingerprint }: IntakeRow): Promise<Earlier | undefined> {
    if (key === undefined) return undefined;
    const [found] = await this.database.query<Earlier>(
      `select i.fingerprint = $3 as "isSame", r.number, l.number as "refusalNumber",
              case when r.redaction_id is not null and v.revision is null then r.id end as redacted, d.zone,
              encode(coalesce(v.commitment, r.commitment), 'hex') as commitment, encode(coalesce(v.salt, r.salt), 'hex') as salt,
              coalesce(r.received_at, l.received_at) as "receivedAt", coalesce(r.profile_id, l.profile_id) as "profileId",
              case when r.id is null then l.close_at else r.close_at end as "closeAt"
         from idempotency i
         join discussion d on d.id = i.scope::uuid
         left join remark r on r.id = i.subject_id
         left join remark_revision v on v.remark_id = r.id and v.revision = 1
         left join late_arrival l on l.id = i.subject_id
        where i.scope = $1 and i.key = $2`,
      [scope, key, fingerprint],
    );
    if (!found?.redacted) return found;
    return { ...found, salt: (await this.redactions.original(this.database, found.redacted)).salt };
  }
}

function refusal(
  discussionId: string,
  number: string,
  { receivedAt, closeAt, profileId, zone }: Pick<Judgement, 'receivedAt' | 'closeAt' | 'profileId' | 'zone'>,
): DiscussionClosed {
  const notice = closeAt === null ? {} : latenessNotice({ profileId, zone, closeAt }, receivedAt);
  return new DiscussionClosed({ ...notice, discussionId, number });
}
