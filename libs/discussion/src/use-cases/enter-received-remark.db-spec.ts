import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, newId, system } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { insertFile, openDiscussion, startDiscussionBed } from '../testing/discussion-bed.js';
import { actsOf, letterOn } from '../testing/letters.js';
import { EnterReceivedRemark } from './enter-received-remark.js';

let bed: TestBed;
let enter: EnterReceivedRemark;

beforeAll(async () => {
  bed = await startDiscussionBed();
  enter = bed.get(EnterReceivedRemark);
});
afterAll(() => bed.stop());

const closed = () => insertDiscussion(bed.database, { state: 'CLOSED' });

const countOf = async (discussionId: string) => {
  const [row] = await bed.database.query(
    `select (select count(*)::int from received_entry where discussion_id = $1) as entries,
            (select count(*)::int from remark where discussion_id = $1) as remarks,
            (select count(*)::int from ledger_entry where data like '%' || $1::text || '%') as acts`,
    [discussionId],
  );
  return row;
};

/** Today and before, in the zone of the discussion, by the database clock. */
const daysAgo = async (days: number): Promise<string> => {
  const [row] = await bed.database.query<{ day: string }>(
    `select to_char((clock_timestamp() at time zone 'Asia/Almaty')::date - $1::int, 'YYYY-MM-DD') as day`,
    [days],
  );
  return row?.day ?? '';
};

describe('EnterReceivedRemark (REQ-41)', () => {
  it('makes an entry that waits: no remark yet, nothing that says who wrote in the ledger', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    const letter = await letterOn(bed.database, rows, { arrival: { day: '2016-07-01', postmarkDay: '2016-06-28' } });
    const entered = await enter.execute(rows.discussionId, letter, officer);
    expect(entered).toMatchObject({ state: 'ENTERED', outcome: null, isRegistrationRepeated: false });
    expect(await countOf(rows.discussionId)).toEqual({ entries: 1, remarks: 0, acts: 1 });
    const [act] = await actsOf(bed.database, entered.entryId);
    expect(act).toMatchObject({
      act: 'entry.made',
      actor: `officer:${officer.id}`,
      channel: 'PAPER',
      registration: 'ЖТ-17/"б"',
      arrivedAt: '2016-07-01T17:59:59.999999Z',
      precision: 'DAY',
      postmarkDay: '2016-06-28',
      scans: 1,
    });
    expect(JSON.stringify(act)).not.toMatch(/Құпия|Жібекқызы|secret/);
  });

  it('keeps the scan from the sweep of unclaimed uploads', async () => {
    const rows = await closed();
    const letter = await letterOn(bed.database, rows);
    await enter.execute(rows.discussionId, letter, officerOf(rows.bodyId));
    const [file] = await bed.database.query(
      'select claimed_at is not null as "isClaimed" from stored_file where id = $1',
      [letter.scans?.[0]],
    );
    expect(file).toEqual({ isClaimed: true });
  });

  it('counts the days between arrival and entry, and never an arrival later than the entry (REQ-42)', async () => {
    const rows = await openDiscussion(bed.database);
    const late = await enter.execute(
      rows.discussionId,
      await letterOn(bed.database, rows, { arrival: { day: await daysAgo(5) } }),
      officerOf(rows.bodyId),
    );
    const today = await enter.execute(
      rows.discussionId,
      await letterOn(bed.database, rows, { arrival: { day: await daysAgo(0) } }),
      officerOf(rows.bodyId),
    );
    const found = await bed.database.query<{ id: string; days: number; isNow: boolean }>(
      `select id, backdated_days as days, arrived_at = entered_at as "isNow" from received_entry where discussion_id = $1`,
      [rows.discussionId],
    );
    expect(found).toContainEqual({ id: late.entryId, days: 5, isNow: false });
    expect(found).toContainEqual({ id: today.entryId, days: 0, isNow: true });
  });

  it('confirms it at once where the profile asks for no second officer', async () => {
    const rows = await insertDiscussion(bed.database, { state: 'CLOSED', profileId: 'open-consultation-madrid' });
    const entered = await enter.execute(
      rows.discussionId,
      await letterOn(bed.database, rows, { arrival: { day: '2016-06-15', time: '10:00' } }),
      officerOf(rows.bodyId),
    );
    expect(entered).toMatchObject({ state: 'CONFIRMED', outcome: { verdict: 'ON_TIME' } });
    expect(await countOf(rows.discussionId)).toMatchObject({ entries: 1, remarks: 1 });
  });

  it('warns of a registration number used before, and does not refuse it', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    await enter.execute(rows.discussionId, await letterOn(bed.database, rows), officer);
    const other = await letterOn(bed.database, rows, { sender: { kind: 'INDIVIDUAL', name: 'Басқа адам' } });
    expect(await enter.execute(rows.discussionId, other, officer)).toMatchObject({ isRegistrationRepeated: true });
  });

  it('refuses the same letter with the same arrival, under whatever number (complaint 25)', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    const first = await enter.execute(rows.discussionId, await letterOn(bed.database, rows), officer);
    const again = await letterOn(bed.database, rows, { registration: 'ЖТ-18' });
    await expect(enter.execute(rows.discussionId, again, officer)).rejects.toMatchObject({
      code: 'conflict',
      details: { entryId: first.entryId },
    });
    const otherDay = await letterOn(bed.database, rows, { arrival: { day: '2016-06-30' } });
    await expect(enter.execute(rows.discussionId, otherDay, officer)).resolves.toMatchObject({ state: 'ENTERED' });
  });

  it('answers a doubled request as the first, also when both run at once', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    const letter = await letterOn(bed.database, rows, { entryId: newId() });
    const other = { ...letter, scans: [await insertFile(bed.database, 'SCAN')] };
    const both = await Promise.all([
      enter.execute(rows.discussionId, letter, officer),
      enter.execute(rows.discussionId, other, officer),
    ]);
    expect(both[1]).toEqual(both[0]);
    expect(await countOf(rows.discussionId)).toEqual({ entries: 1, remarks: 0, acts: 1 });
    const stranger = enter.execute(rows.discussionId, letter, officerOf(rows.bodyId));
    await expect(stranger).rejects.toMatchObject({ code: 'conflict' });
  });

  it('enters many rows or none, and names the row at fault', async () => {
    const rows = await closed();
    const letters = await Promise.all(
      [1, 2, 3].map((no) =>
        letterOn(bed.database, rows, { registration: `Е-${no}`, sender: { kind: 'GROUP', name: `${no}` } }),
      ),
    );
    const importer = system('import');
    const wrong = [...letters, { ...(await letterOn(bed.database, rows)), arrival: { day: '2999-01-01' } }];
    await expect(enter.executeMany(rows.discussionId, wrong, importer)).rejects.toMatchObject({
      details: { faults: [{ row: 4, field: 'arrivalDay', fault: 'in-the-future' }] },
    });
    expect(await countOf(rows.discussionId)).toEqual({ entries: 0, remarks: 0, acts: 0 });
    expect(await enter.executeMany(rows.discussionId, letters, importer)).toHaveLength(3);
    expect(await countOf(rows.discussionId)).toEqual({ entries: 3, remarks: 0, acts: 3 });
  });

  it.each([
    ['an arrival before the opening (REQ-40)', { arrival: { day: '2016-05-31' } }, 'discussion-not-open'],
    ['no registration', { registration: '' }, 'invalid-input'],
    ['a paper without scan or reason', { scans: [] }, 'invalid-input'],
    ['a scan that is not there', { scans: [newId()] }, 'attachment-refused'],
    ['an entry id that is none', { entryId: 'x' }, 'invalid-input'],
  ])('refuses %s and leaves no trace', async (_name, over, code) => {
    const rows = await closed();
    const letter = await letterOn(bed.database, rows, over);
    await expect(enter.execute(rows.discussionId, letter, officerOf(rows.bodyId))).rejects.toMatchObject({ code });
    expect(await countOf(rows.discussionId)).toEqual({ entries: 0, remarks: 0, acts: 0 });
  });

  it('takes one scan for many remarks of one sheet, but never a scan or an enclosure of others', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    const scans = [await insertFile(bed.database, 'SCAN')];
    const saying = async (text: string, over = {}) =>
      letterOn(bed.database, rows, {
        scans,
        content: { kind: 'REMARK', language: 'kk', text, anchors: [] },
        ...over,
      });
    const sheet = [await saying('Бірінші'), await saying('Екінші'), await saying('Үшінші')];
    expect(await enter.executeMany(rows.discussionId, sheet, officer)).toHaveLength(3);
    const [linked] = await bed.database.query<{ entries: number }>(
      'select count(distinct entry_id)::int as entries from received_entry_file where file_id = $1',
      [scans[0]],
    );
    expect(linked).toEqual({ entries: 3 });
    await expect(enter.execute(rows.discussionId, await saying('Төртінші'), officer)).rejects.toMatchObject({
      code: 'attachment-refused',
    });
    const attachments = [await insertFile(bed.database)];
    const scan = [await insertFile(bed.database, 'SCAN')];
    const sharing = [
      await saying('Бесінші', { scans: scan, attachments }),
      await saying('Алтыншы', { scans: scan, attachments }),
    ];
    await expect(enter.executeMany(rows.discussionId, sharing, officer)).rejects.toMatchObject({
      code: 'attachment-refused',
    });
    expect(await countOf(rows.discussionId)).toMatchObject({ entries: 3 });
  });

  it('takes no attachment for a scan, and no file twice', async () => {
    const rows = await closed();
    const officer = officerOf(rows.bodyId);
    const attachment = await insertFile(bed.database);
    const asScan = await letterOn(bed.database, rows, { scans: [attachment] });
    await expect(enter.execute(rows.discussionId, asScan, officer)).rejects.toMatchObject({
      code: 'attachment-refused',
    });
    const scan = await insertFile(bed.database, 'SCAN');
    const twice = await letterOn(bed.database, rows, { scans: [scan, scan] });
    await expect(enter.execute(rows.discussionId, twice, officer)).rejects.toMatchObject({
      code: 'attachment-refused',
    });
  });

  it('is for officers of the developing body alone, until the remarks are considered', async () => {
    const rows = await closed();
    const { bodyId: otherBody } = await closed();
    const letter = await letterOn(bed.database, rows);
    const refused: [Actor, string][] = [
      [{ kind: 'citizen' }, 'not-allowed'],
      [officerOf(rows.bodyId, 'signer'), 'not-allowed'],
      [officerOf(otherBody), 'not-found'],
    ];
    for (const [actor, code] of refused) {
      await expect(enter.execute(rows.discussionId, letter, actor)).rejects.toMatchObject({ code });
    }
    await bed.database.query(`update procedure set state = 'CONSIDERED' where id = $1`, [rows.procedureId]);
    await expect(enter.execute(rows.discussionId, letter, officerOf(rows.bodyId))).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });
});
