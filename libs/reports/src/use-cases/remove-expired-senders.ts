import { Database, type Queryable, type Transaction, Transactions } from '#lib/database';
import { system } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { knownProfiles } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { lockForReport } from '../persistence/lock-for-report.js';

const BATCH = 10_000;
const BY = system('retention');

interface Due {
  readonly id: string;
  readonly profileId: string;
  readonly months: number;
}

/** Law 94-V, article 12: who sent a remark is not kept longer than the profile says after the report's last signing. */
@Injectable()
export class RemoveExpiredSenders {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Of every discussion whose time is over by the database clock: the senders of remarks, late arrivals and entries go, a batch a
   * transaction; remarks, decisions and reports stay. So go the uploads as they came: while one waits for its check, it is not
   * over yet, and what a later check sealed goes the next time. Killed half way the next call goes on, done twice is done once.
   * @returns how many senders were removed
   */
  async execute(): Promise<number> {
    let total = 0;
    for (const { id } of await this.due(this.database)) {
      for (let removed = BATCH; removed === BATCH; total += removed) {
        removed = await this.transactions.run((tx) => this.removeBatch(tx, id));
      }
    }
    await this.transactions.run((tx) => tx.query(takeSealedSince));
    return total;
  }

  /** @param id of the one discussion that is asked about */
  private due(q: Queryable, id: string | null = null): Promise<Due[]> {
    const rules = knownProfiles().map((profile) => ({
      profile_id: profile.id,
      months: profile.retention.senderMonths,
    }));
    return q.query<Due>(
      `select d.id, d.profile_id as "profileId", p.months
         from discussion d
         join jsonb_to_recordset($1) as p (profile_id text, months integer) on p.profile_id = d.profile_id
         left join sender_removal m on m.discussion_id = d.id
        where m.ended_at is null and ($2::uuid is null or d.id = $2)
          and coalesce((select max(r.signed_at) from report r where r.discussion_id = d.id), d.withdrawn_at)
            + make_interval(months => p.months) < clock_timestamp()
        order by d.no`,
      [JSON.stringify(rules), id],
    );
  }

  private async removeBatch(tx: Transaction, discussionId: string): Promise<number> {
    // An erratum that was signed meanwhile keeps the senders; from here to the end of the transaction none is signed.
    await lockForReport(tx, discussionId);
    const [due] = await this.due(tx, discussionId);
    if (!due) return 0;
    const gone = await tx.query(
      `delete from sealed_sender s using (
         select s.subject_id from sealed_sender s
          where s.subject_id in (select id from remark where discussion_id = $1
                                 union all select id from late_arrival where discussion_id = $1
                                 union all select id from received_entry where discussion_id = $1)
          limit ${BATCH} for update) d
        where s.subject_id = d.subject_id returning s.subject_id`,
      [discussionId],
    );
    await this.note(tx, due, gone.length);
    return gone.length;
  }

  private async note(tx: Transaction, { id, profileId, months }: Due, removed: number): Promise<void> {
    // Asked first: what was checked by then is seen, and goes.
    const isOver = removed < BATCH && !(await isUploadWaiting(tx, id));
    if (isOver) await tx.query(`delete from sealed_original where file_id in (${uploadsOf('= $1')})`, [id]);
    const [removal] = await tx.query<{ senders: number }>(
      `insert into sender_removal as m (discussion_id, began_at, ended_at, senders)
       values ($1, clock_timestamp(), case when $2 then clock_timestamp() end, $3)
       on conflict (discussion_id) do update
         set senders = m.senders + excluded.senders, ended_at = excluded.ended_at
       returning senders`,
      [id, isOver, removed],
    );
    if (!isOver) return;
    await this.ledger.record(tx, {
      actor: BY,
      act: 'identities.removed',
      subject: { kind: 'discussion', id },
      data: { discussionId: id, months, profileId, senders: removal?.senders ?? 0 },
    });
  }
}

/** What was sent says who sent it: the sealed uploads go with the senders, what is shown of them stays (decision 27). */
const uploadsOf = (discussions: string): string => `
  select a.file_id from remark_attachment a join remark r on r.id = a.remark_id where r.discussion_id ${discussions}
  union all
  select e.file_id from received_entry_file e join received_entry x on x.id = e.entry_id where x.discussion_id ${discussions}
  union all
  select f.id::uuid from late_arrival l cross join jsonb_array_elements_text(l.content->'attachments') f (id)
   where l.discussion_id ${discussions}`;

/** A check that knows more seals what was shown as it came; of what is not shown the seal holds all there is. */
const takeSealedSince = `
  delete from sealed_original o using stored_file f
   where f.id = o.file_id and f.check_state in ('CLEAN', 'UNSCANNED')
     and o.file_id in (${uploadsOf('in (select m.discussion_id from sender_removal m where m.ended_at is not null)')})`;

async function isUploadWaiting(tx: Transaction, discussionId: string): Promise<boolean> {
  const [one] = await tx.query(
    `select from stored_file where check_state = 'WAITING' and erased_at is null and id in (${uploadsOf('= $1')}) limit 1`,
    [discussionId],
  );
  return one !== undefined;
}
