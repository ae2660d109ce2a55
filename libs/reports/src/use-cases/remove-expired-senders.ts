import { Database, type Transaction, Transactions } from '#lib/database';
import { CLOCK, type Clock, system } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { procedureProfiles } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';

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
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Of every discussion whose time is over: the senders of remarks, late arrivals and entries go, a batch a transaction; remarks,
   * decisions and reports stay. So go the uploads as they came. Killed half way the next call goes on, done twice is done once.
   * @returns how many senders were removed
   */
  async execute(): Promise<number> {
    let total = 0;
    for (const due of await this.due()) {
      for (let removed = BATCH; removed === BATCH; total += removed) {
        removed = await this.transactions.run((tx) => this.removeBatch(tx, due));
      }
    }
    return total;
  }

  private due(): Promise<Due[]> {
    const rules = procedureProfiles.map(({ id, retention }) => ({ profile_id: id, months: retention.senderMonths }));
    return this.database.query<Due>(
      `select d.id, d.profile_id as "profileId", p.months
         from discussion d
         join jsonb_to_recordset($1) as p (profile_id text, months integer) on p.profile_id = d.profile_id
         left join sender_removal m on m.discussion_id = d.id
        where m.ended_at is null
          and coalesce((select max(r.signed_at) from report r where r.discussion_id = d.id), d.withdrawn_at)
            + make_interval(months => p.months) < $2
        order by d.no`,
      [JSON.stringify(rules), this.clock.now()],
    );
  }

  private async removeBatch(tx: Transaction, { id, profileId, months }: Due): Promise<number> {
    const gone = await tx.query(
      `delete from sealed_sender s using (
         select s.subject_id from sealed_sender s
          where s.subject_id in (select id from remark where discussion_id = $1
                                 union all select id from late_arrival where discussion_id = $1
                                 union all select id from received_entry where discussion_id = $1)
          limit ${BATCH} for update) d
        where s.subject_id = d.subject_id returning s.subject_id`,
      [id],
    );
    const isOver = gone.length < BATCH;
    if (isOver) await removeOriginals(tx, id);
    const [removal] = await tx.query<{ senders: number; isNew: boolean }>(
      `insert into sender_removal as m (discussion_id, began_at, ended_at, senders)
       values ($1, $2, case when $3 then $2::timestamptz end, $4)
       on conflict (discussion_id) do update
         set senders = m.senders + excluded.senders, ended_at = excluded.ended_at
       returning senders`,
      [id, this.clock.now(), isOver, gone.length],
    );
    if (isOver) {
      await this.ledger.record(tx, {
        actor: BY,
        act: 'identities.removed',
        subject: { kind: 'discussion', id },
        data: { discussionId: id, months, profileId, senders: removal?.senders ?? 0 },
      });
    }
    return gone.length;
  }
}

/** What was sent says who sent it: the sealed uploads go with the senders, what is shown of them stays (decision 27). */
async function removeOriginals(tx: Transaction, discussionId: string): Promise<void> {
  await tx.query(
    `delete from sealed_original o using stored_file f
      where f.id = o.file_id and f.check_state in ('CLEAN', 'UNSCANNED') and o.file_id in (
        select a.file_id from remark_attachment a join remark r on r.id = a.remark_id where r.discussion_id = $1
        union all
        select e.file_id from received_entry_file e join received_entry x on x.id = e.entry_id where x.discussion_id = $1)`,
    [discussionId],
  );
}
