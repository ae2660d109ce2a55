import { Transactions } from '#lib/database';
import { CheckReceipt, ConfirmEntry, EnterReceivedRemark, EntryById, RemarkByNumber } from '#lib/discussion';
import { StoredFiles } from '#lib/files';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, startConsiderationBed, untilOneWaits } from '../testing/consideration-bed.js';
import { EraseRemark } from './erase-remark.js';

const SECRET = 'Сағадат Құпиябаев, Достық 5';

let bed: TestBed;
let rows: DiscussionRows;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());
beforeEach(async () => {
  rows = await insertDiscussion(bed.database, {
    remarks: [{ body: SECRET, proposedWording: SECRET, sender: { name: SECRET } }, { body: 'Мерзім ұзақ' }],
  });
});

const first = () => rows.remarks[0] ?? { id: '', number: '' };
const administrator = () => officerOf(rows.bodyId, 'administrator');
/** As the application is: with a role that owns nothing, so with every trigger. */
const erase = (remarkId = first().id, actor = administrator()) =>
  bed.get(Transactions).run(async (tx) => {
    await tx.query('set local role talqy_app');
    await bed.get(EraseRemark).within(tx, { remarkId }, actor);
  });

async function withFileAndRevision(): Promise<string> {
  const fileId = newId();
  const { id } = first();
  await bed.database.query(
    `insert into stored_file (id, purpose, name, media_type, size, sha256, content, claimed_at)
     values ($1, 'ATTACHMENT', $2, 'application/pdf', 4, sha256('x'), '\\x25504446', now())`,
    [fileId, `${SECRET}.pdf`],
  );
  await bed.database.query('insert into remark_attachment values ($1, 0, $2)', [id, fileId]);
  await bed.database.query(
    `insert into remark_revision (remark_id, revision, kind, language, body, anchors, from_at, until_at, salt, commitment)
     values ($1, 1, 'REMARK', 'kk', $2, '{}', now(), now(), '\\x01', '\\x02')`,
    [id, SECRET],
  );
  await bed.database.query(
    `insert into text_signature (discussion_id, normalised_hash, no, signature, root)
     select discussion_id, normalised_hash, 0, repeat('0', 1024)::bit(1024), 0 from remark where id = $1`,
    [id],
  );
  const pointId = newId();
  await bed.database.query('insert into point (id, remark_id, position) values ($1, $2, 1)', [pointId, id]);
  await bed.database.query(`insert into point_span values ($1, 0, 'TEXT', 0, 'Сағадат')`, [pointId]);
  return fileId;
}

/** Two remarks of one letter, with the scan that shows both. */
async function letterOfTwo(): Promise<{ scan: string; remarkIds: string[] }> {
  const { discussionId, bodyId } = rows;
  const file = {
    purpose: 'SCAN',
    name: 'хат.pdf',
    mediaType: 'application/pdf',
    content: Buffer.from('%PDF'),
  } as const;
  const { id: scan } = await bed.get(StoredFiles).put(bed.database, file);
  const letters = ['Бірінші', 'Екінші'].map((text) => ({
    channel: 'PAPER' as const,
    registration: '17',
    arrival: { day: '2016-06-30' },
    content: { kind: 'REMARK', language: 'kk', text, anchors: [] } as const,
    sender: { kind: 'INDIVIDUAL', name: SECRET } as const,
    scans: [scan],
  }));
  const entered = await bed.get(EnterReceivedRemark).executeMany(discussionId, letters, officerOf(bodyId));
  const remarkIds: string[] = [];
  for (const { entryId } of entered) {
    remarkIds.push((await bed.get(ConfirmEntry).execute({ discussionId, entryId }, officerOf(bodyId))).id);
  }
  return { scan, remarkIds };
}

describe('EraseRemark', () => {
  it('takes words, salts, passages, files and sender, and leaves number, instants and commitment', async () => {
    const fileId = await withFileAndRevision();
    const number = '0000-0000-0000-0000-0';
    await bed.database.query('alter table remark disable trigger user');
    await bed.database.query('update remark set number = $2 where id = $1', [first().id, number]);
    await bed.database.query('alter table remark enable trigger user');
    const facts = () =>
      bed.database.query(
        `select number, kind, state, received_at, encode(commitment, 'hex') as commitment, revision from remark where id = $1`,
        [first().id],
      );
    const before = await facts();
    expect((await bed.get(RemarkByNumber).forOfficer(number)).attachments).toMatchObject([{ fileId }]);
    await erase();
    expect(await facts()).toEqual(before);
    const [left] = await bed.database.query<Record<string, string>>(
      `select (select string_agg(r::text, ' ') from remark r where r.id = $1) || (select string_agg(v::text, ' ') from remark_revision v)
              || (select string_agg(s::text, ' ') from point_span s) || (select string_agg(f.name, ' ') from stored_file f) as text,
              (select count(*)::int from sealed_sender where subject_id = $1) as senders,
              (select octet_length(salt) from remark where id = $1) as salt,
              (select count(*)::int from text_signature) as signatures`,
      [first().id],
    );
    expect(left?.['text']).not.toMatch(/Сағадат|Құпиябаев/);
    expect(left).toMatchObject({ senders: 0, salt: 0, signatures: 0 });
    await expect(bed.get(StoredFiles).readUnchecked(fileId)).rejects.toThrow();
    expect(await bed.get(RemarkByNumber).public(number)).toMatchObject({ text: null, author: null });
    expect(await bed.get(RemarkByNumber).forOfficer(number)).toMatchObject({ sender: { name: null }, attachments: [] });
    expect(await bed.get(CheckReceipt).execute({ number })).toMatchObject({ found: true });
    const acts = await bed.database.query(
      `select subject_id as id, data from ledger_entry where act = 'remark.erased'`,
    );
    expect(acts).toEqual([expect.objectContaining({ id: first().id })]);
    expect(JSON.stringify(acts)).not.toContain('Сағадат');
  });

  it('settles the request it answers', async () => {
    await bed.database.query('insert into erasure_request (remark_id) values ($1)', [first().id]);
    await erase();
    const [request] = await bed.database.query<{ by: string }>(
      'select settled_by as by from erasure_request where remark_id = $1',
      [first().id],
    );
    expect(request?.by).toMatch(/^officer:/);
  });

  it('is done once, by an administrator of the developing body', async () => {
    expect(await codeOf(erase(first().id, officerOf(rows.bodyId, 'officer', 'signer')))).toBe('not-allowed');
    await expect(erase(first().id, officerOf(rows.bodyId, 'officer'))).rejects.toMatchObject({
      details: { role: 'administrator' },
    });
    expect(await codeOf(erase(first().id, officerOf(newId(), 'administrator')))).toBe('not-found');
    expect(await codeOf(erase(newId()))).toBe('not-found');
    await erase();
    expect(await codeOf(erase())).toBe('wrong-state');
  });

  it('is the only way to the words: the database refuses to change them otherwise, also by a half erasure', async () => {
    const change = (set: string) => bed.database.query(`update remark set ${set} where id = $1`, [rows.remarks[1]?.id]);
    await expect(change(`body = '—'`)).rejects.toThrow();
    await expect(change(`erased_at = now(), body = 'other'`)).rejects.toThrow('ck_remark_erased');
    await expect(change(`erased_at = now(), body = '—', salt = '\\x', number = 'X'`)).rejects.toThrow(
      'an erasure takes',
    );
    await erase();
    await expect(
      bed.database.query(`update remark set erased_at = null, body = 'back' where id = $1`, [first().id]),
    ).rejects.toThrow('an erasure takes');
  });
});

describe('a scan that shows two remarks', () => {
  it('stays for the second when the first is erased, and goes with the second', async () => {
    const { scan, remarkIds } = await letterOfTwo();
    const { discussionId, bodyId } = rows;
    const listed = async () => {
      const [entry] = await bed.database.query<{ id: string }>('select id from received_entry where remark_id = $1', [
        remarkIds[0],
      ]);
      return (await bed.get(EntryById).execute({ discussionId, entryId: entry?.id ?? '' }, officerOf(bodyId))).scans;
    };
    await erase(remarkIds[0]);
    expect(await bed.get(StoredFiles).readUnchecked(scan)).not.toHaveLength(0);
    expect(await listed()).toMatchObject([{ fileId: scan }]);
    await erase(remarkIds[1]);
    expect(await listed()).toEqual([]);
    await expect(bed.get(StoredFiles).readUnchecked(scan)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes also when both are erased at once', async () => {
    const { scan, remarkIds } = await letterOfTwo();
    let second: Promise<void> | undefined;
    await bed.get(Transactions).run(async (tx) => {
      await bed.get(EraseRemark).within(tx, { remarkId: remarkIds[0] ?? '' }, administrator());
      second = erase(remarkIds[1]);
      await untilOneWaits(bed.database);
    });
    await second;
    await expect(bed.get(StoredFiles).readUnchecked(scan)).rejects.toMatchObject({ code: 'not-found' });
  });
});
