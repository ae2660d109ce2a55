import { Transactions } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf } from '#lib/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockForReport } from '../persistence/lock-for-report.js';
import { refuse, type ReportBed, reportBed } from '../testing/report-bed.js';
import { AssembleReport } from './assemble-report.js';
import { PublishReport } from './publish-report.js';
import { RemoveExpiredSenders } from './remove-expired-senders.js';
import { SignReport } from './sign-report.js';

let bed: ReportBed;
beforeEach(async () => {
  bed = await reportBed();
});
afterEach(() => bed.stop());

const remove = () => bed.get(RemoveExpiredSenders).execute();
const senders = async ({ discussionId }: DiscussionRows) =>
  (
    await bed.database.query(
      'select from sealed_sender s join remark r on r.id = s.subject_id where r.discussion_id = $1',
      [discussionId],
    )
  ).length;
const acts = async () => {
  const rows = await bed.database.query<{ actor: string; data: string }>(
    `select actor, data from ledger_entry where act = 'identities.removed'`,
  );
  return rows.map(({ actor, data }) => [actor, JSON.parse(data)]);
};
const removedFrom = ({ discussionId }: DiscussionRows, count: number) => [
  'system:retention',
  { discussionId, months: 12, profileId: 'kz-126-2016-03', senders: count },
];
const aYearAgo = async (more: string) => {
  const [row] = await bed.database.query<{ at: Instant }>(
    `select clock_timestamp() - interval '12 months' + interval '${more}' as at`,
  );
  if (!row) throw new Error('the database told no time');
  return row.at;
};
const withdrawn = async (more: string) => {
  const rows = await insertDiscussion(bed.database, { state: 'WITHDRAWN', remarks: 3 });
  await bed.database.query('update discussion set withdrawn_at = $2 where id = $1', [
    rows.discussionId,
    await aYearAgo(more),
  ]);
  return rows;
};

const upload = async () => {
  const id = newId();
  await bed.database.query(
    `insert into stored_file (id, purpose, name, media_type, size, sha256, content) values ($1, 'ATTACHMENT', 'a', 'b', 1, '\\x00', '\\x00')`,
    [id],
  );
  return id;
};
const sealed = (id: string) => bed.database.query(`insert into sealed_original values ($1, 'k1', '\\x00')`, [id]);
/** As its check leaves it. */
const looked = async (id: string) => {
  await sealed(id);
  await bed.database.query(`update stored_file set check_state = 'CLEAN', kept_size = 1 where id = $1`, [id]);
};
const originals = async () =>
  (await bed.database.query<{ id: string }>('select file_id as id from sealed_original')).map(({ id }) => id);

/** Signed and published when the clock of the bed says. */
async function reported(): Promise<DiscussionRows> {
  const rows = await insertDiscussion(bed.database, { remarks: 2, late: 1 });
  for (const index of rows.remarks.keys()) await refuse(bed, rows, index);
  const { reportId } = await bed
    .get(AssembleReport)
    .execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
  await bed.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officerOf(rows.bodyId, 'signer'));
  await bed.get(PublishReport).execute({ reportId, publicUrl: 'https://talqy.example.kz' });
  return rows;
}

describe('RemoveExpiredSenders', () => {
  it('leaves who sent it alone until the profile’s months after the end are over, then removes everybody, once', async () => {
    const [ended, notYet, running] = [
      await withdrawn('-1 second'),
      await withdrawn('1 minute'),
      await insertDiscussion(bed.database, { remarks: 2 }),
    ];
    expect(await remove()).toBe(3);
    expect(await remove()).toBe(0);
    expect(await Promise.all([ended, notYet, running].map(senders))).toEqual([0, 3, 2]);
    expect(await bed.database.query('select from remark')).toHaveLength(8);
    expect(await acts()).toEqual([removedFrom(ended, 3)]);
  });

  it('takes every upload as it came, of a late arrival too, and is not over while one waits for its check', async () => {
    const rows = await withdrawn('-1 second');
    const [ofRemark, ofLate] = [await upload(), await upload()];
    await bed.database.query('insert into remark_attachment (remark_id, position, file_id) values ($1, 1, $2)', [
      rows.remarks[0]?.id,
      ofRemark,
    ]);
    await bed.database.query(
      `insert into late_arrival (id, discussion_id, number, received_at, close_at, profile_id, intake_channel, language, content)
       values ($1, $2, 'L1', '2016-07-01T18:00:00Z', '2016-07-01T18:00:00Z', 'kz-126-2016-03', 'PORTAL', 'ru', $3)`,
      [newId(), rows.discussionId, { attachments: [ofLate] }],
    );
    await looked(ofRemark);
    expect([await remove(), await originals(), await acts()]).toEqual([3, [ofRemark], []]);
    await looked(ofLate);
    expect([await remove(), await originals(), await acts()]).toEqual([0, [], [removedFrom(rows, 3)]]);
  });

  it('takes what a check sealed after it was over, and leaves what is shown to nobody', async () => {
    const [over, running] = [await withdrawn('-1 second'), await insertDiscussion(bed.database, { remarks: 1 })];
    const [shown, hidden, kept] = [await upload(), await upload(), await upload()];
    const attach = ({ remarks }: DiscussionRows, position: number, id: string) =>
      bed.database.query('insert into remark_attachment (remark_id, position, file_id) values ($1, $2, $3)', [
        remarks[0]?.id,
        position,
        id,
      ]);
    await Promise.all([attach(over, 1, shown), attach(over, 2, hidden), attach(running, 1, kept)]);
    await Promise.all([looked(shown), looked(hidden), looked(kept)]);
    expect([await remove(), await originals()]).toEqual([3, [kept]]);
    await Promise.all([sealed(shown), sealed(hidden)]);
    await bed.database.query(
      `update stored_file set check_state = 'QUARANTINED', content = '', kept_size = null where id = $1`,
      [hidden],
    );
    expect([await remove(), (await originals()).toSorted()]).toEqual([0, [hidden, kept].toSorted()]);
    expect(await acts()).toEqual([removedFrom(over, 3)]);
  });

  it('counts from the last signing of the report, and leaves the report as it was', async () => {
    const [long, lately] = [await reported(), await reported()];
    await signedAgain(bed.database, lately, await aYearAgo('1 minute'));
    const reports = () => bed.database.query('select * from report order by id');
    const before = await reports();
    expect(await remove()).toBe(2);
    expect(await Promise.all([long, lately].map(senders))).toEqual([0, 2]);
    expect([await acts(), await reports()]).toEqual([[removedFrom(long, 2)], before]);
  });

  it('removes nobody when an erratum is signed while it waits for its turn', async () => {
    const rows = await reported();
    const removing = await bed.get(Transactions).run(async (tx) => {
      await lockForReport(tx, rows.discussionId);
      await signedAgain(tx, rows, await aYearAgo('1 minute'));
      const outcome = { removed: remove() };
      while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return outcome;
    });
    expect([await removing.removed, await senders(rows), await acts()]).toEqual([0, 2, []]);
  });
});

const signedAgain = (q: Pick<ReportBed['database'], 'query'>, { discussionId }: DiscussionRows, at: Instant) =>
  q.query(
    `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at, signed_at, signed_by, published_at)
     values ($1, $2, 2, 'PUBLISHED', '{}', decode(repeat('00', 32), 'hex'), '[]', $3, $3, $1, $3)`,
    [newId(), discussionId, at],
  );

const waiting = () =>
  bed.database.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
  );
