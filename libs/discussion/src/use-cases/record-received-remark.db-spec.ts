import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Transaction, Transactions } from '#lib/database';
import { type Actor, instant, system } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import type { ReceivedRemark } from '../intake/recorded-remarks.js';
import { remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace, placedOn } from '../testing/draft-to-place.js';
import { PlaceDraft } from './place-draft.js';
import { RecordReceivedRemark } from './record-received-remark.js';

let bed: TestBed;
let record: RecordReceivedRemark;

beforeAll(async () => {
  bed = await startDiscussionBed();
  record = bed.get(RecordReceivedRemark);
});
afterAll(() => bed.stop());

const letter = (arrivedAt: string, over: Partial<ReceivedRemark> = {}): ReceivedRemark => {
  const { content, sender } = remarkOn({ discussionId: '', clauses: [] });
  return { channel: 'PAPER', arrivedAt: instant(arrivedAt), content, sender, ...over };
};

const countOf = async (discussionId: string) => {
  const [row] = await bed.database.query(
    `select (select count(*)::int from remark where discussion_id = $1) as remarks,
            (select count(*)::int from late_arrival where discussion_id = $1) as late,
            (select count(*)::int from ledger_entry where data like '%' || $1::text || '%') as entries`,
    [discussionId],
  );
  return row;
};

describe('RecordReceivedRemark (REQ-41)', () => {
  it('takes a letter after the close that arrived on the last day, with its registration in the ledger', async () => {
    const { discussionId, bodyId } = await insertDiscussion(bed.database, { state: 'CLOSED' });
    const officer = officerOf(bodyId);
    const recorded = await record.execute(
      discussionId,
      letter('2016-07-01T17:59:59.999999Z', { registration: 'ЖТ-17/"б"' }),
      officer,
    );
    expect(recorded).toMatchObject({ verdict: 'ON_TIME', receivedAt: '2016-07-01T17:59:59.999999Z' });
    const [entry] = await bed.database.query<{ act: string; actor: string; data: string }>(
      'select act, actor, data from ledger_entry where subject_id = $1',
      [recorded.id],
    );
    expect(entry).toMatchObject({ act: 'remark.recorded', actor: `officer:${officer.id}` });
    expect(JSON.parse(entry?.data ?? '')).toMatchObject({ channel: 'PAPER', registration: 'ЖТ-17/"б"' });
  });

  it('enters a late one in the late register, with the number of its refusal (R8.4)', async () => {
    const { discussionId, bodyId } = await insertDiscussion(bed.database, { state: 'CLOSED' });
    const recorded = await record.execute(discussionId, letter('2016-07-01T18:00:00Z'), officerOf(bodyId));
    expect(recorded).toMatchObject({ verdict: 'LATE', closeAt: '2016-07-01T18:00:00.000000Z' });
    expect(await countOf(discussionId)).toEqual({ remarks: 0, late: 1, entries: 1 });
  });

  it('records many at once through the same test, and the same key once', async () => {
    const { discussionId } = await insertDiscussion(bed.database, { state: 'OPEN' });
    const rows = Array.from({ length: 1_201 }, (_, i) =>
      letter(i < 1_000 ? '2016-06-15T06:00:00Z' : '2016-07-05T06:00:00Z', {
        channel: 'IMPORT',
        idempotencyKey: `row-${i}`,
      }),
    );
    const first = await record.recordMany(discussionId, rows, system('import'));
    expect(first.filter(({ verdict }) => verdict === 'ON_TIME')).toHaveLength(1_000);
    expect(first.filter(({ verdict }) => verdict === 'LATE')).toHaveLength(201);
    const again = await record.recordMany(discussionId, rows, system('import'));
    expect(new Set(again.map(({ verdict }) => verdict))).toEqual(new Set(['RECORDED_BEFORE']));
    expect(await countOf(discussionId)).toEqual({ remarks: 1_000, late: 201, entries: 1_201 });
  });

  it.each([
    [
      'a text that is missing',
      'invalid-input',
      letter('2016-06-15T06:00:00Z', { sender: { kind: 'INDIVIDUAL', name: '' } }),
    ],
    ['an arrival before the opening (REQ-40)', 'discussion-not-open', letter('2016-05-01T06:00:00Z')],
    ['an arrival in the future', 'invalid-input', letter('2999-01-01T06:00:00Z')],
  ])('refuses all rows for %s and leaves no trace', async (_, code, wrong) => {
    const { discussionId } = await insertDiscussion(bed.database, { state: 'OPEN' });
    await bed.database.query(`update discussion set close_at = '3000-01-01T00:00:00Z' where id = $1`, [discussionId]);
    const rows = [letter('2016-06-15T06:00:00Z'), wrong];
    await expect(record.recordMany(discussionId, rows, system('import'))).rejects.toMatchObject({ code });
    expect(await countOf(discussionId)).toEqual({ remarks: 0, late: 0, entries: 0 });
  });

  it('refuses a letter once the remarks are considered', async () => {
    const { discussionId, bodyId, procedureId } = await insertDiscussion(bed.database, { state: 'CLOSED' });
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [procedureId]);
    await expect(record.execute(discussionId, letter('2016-06-15T06:00:00Z'), officerOf(bodyId))).rejects.toMatchObject(
      {
        code: 'wrong-state',
      },
    );
  });

  it('is for officers of the developing body alone', async () => {
    const { discussionId, bodyId } = await insertDiscussion(bed.database, { state: 'OPEN' });
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    const refused: [Actor, string][] = [
      [{ kind: 'citizen' }, 'not-allowed'],
      [officerOf(bodyId, 'signer'), 'not-allowed'],
      [officerOf(otherBody), 'not-found'],
    ];
    for (const [actor, code] of refused) {
      await expect(record.execute(discussionId, letter('2016-06-15T06:00:00Z'), actor)).rejects.toMatchObject({ code });
    }
    expect(await countOf(discussionId)).toEqual({ remarks: 0, late: 0, entries: 0 });
  });

  it('records into a discussion that its own transaction has just opened, or nothing of either', async () => {
    const draft = await draftToPlace(bed);
    const placements = [
      placedOn('EGOV_PORTAL', '2016-06-01T04:00:00Z'),
      placedOn('OWN_RESOURCE', '2016-06-01T04:00:00Z'),
    ];
    const importer = system('import');
    const both = async (tx: Transaction) => {
      const id = await bed.get(PlaceDraft).within(tx, { procedureId: draft.procedureId, placements }, importer);
      return { id, rows: await record.within(tx, id, [letter('2016-06-15T06:00:00Z')], importer) };
    };
    const transactions = bed.get(Transactions);
    const undone = transactions.run(async (tx) => {
      await both(tx);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { id, rows } = await transactions.run(both);
    expect(rows).toMatchObject([{ verdict: 'ON_TIME' }]);
    expect(await countOf(id)).toMatchObject({ remarks: 1, late: 0 });
  });
});
