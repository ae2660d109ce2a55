import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfirmEntry, EnterReceivedRemark, Senders } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { remarkKeys, senderKeys } from '../intake/remark-columns.js';
import { IntakeImports } from '../queries/intake-imports.js';
import { sha256Hex } from '../testing/answers.js';
import { EditedWorkbook } from '../testing/edited-workbook.js';
import { filledTemplate, intakePlanOf, letter, receive, saying } from '../testing/intake-sheet.js';
import { startSheetsBed } from '../testing/sheets-bed.js';
import { ApplyIntakeSheet } from './apply-intake-sheet.js';
import { KeepIntakeSheet } from './keep-intake-sheet.js';
import { ReceiveIntakeSheet } from './receive-intake-sheet.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

async function entriesOf({ discussionId }: DiscussionRows): Promise<Record<string, unknown>[]> {
  const rows = await bed.database.query<Record<string, unknown> & { id: string }>(
    `select e.id, e.state, e.channel, e.registration, e.arrival_day::text as day, e.content, f.file_id as scan
       from received_entry e left join received_entry_file f on f.entry_id = e.id and f.purpose = 'SCAN'
      where e.discussion_id = $1 order by e.content->>'text'`,
    [discussionId],
  );
  return Promise.all(rows.map(async (row) => ({ ...row, sender: await bed.get(Senders).of(bed.database, row.id) })));
}

describe('a filled sheet of an organisation', () => {
  it('REQ-41: becomes letters that wait for a second officer, the sheet the scan of each', async () => {
    const rows = await insertDiscussion(bed.database);
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const content = await filledTemplate(bed, rows, [
      saying(' А: срок слишком долгий\nсовсем '),
      saying('Б: =1+1', { clause: null, type: 'ұсыныс', wording: 'Срок – три дня' }),
      saying('В: форма', { clause: '2 ТАРМАҚ; Пункт 1' }),
    ]);
    const importId = await receive(bed, rows, content, officer);
    expect(await entriesOf(rows)).toEqual([]);
    const { plan, sheet } = await bed.get(IntakeImports).one({ discussionId, importId }, officer);
    expect(plan).toMatchObject({ counts: { NEW: 3, ENTERED: 0, REPEATED: 0, ERROR: 0 }, senderFaults: [] });
    const name = { discussionId, importId, seen: plan?.seen };
    expect(await bed.get(ApplyIntakeSheet).execute(name, officer)).toMatchObject({
      isRepeated: false,
      outcome: { NEW: 3 },
    });
    const entries = await entriesOf(rows);
    const sender = {
      kind: 'LEGAL_ENTITY',
      name: 'Әсел Жібекқызы',
      organisation: 'Құпия «Серіктестік» ЖШС',
      bin: '012345678901',
      representativeGround: 'басшысы',
      email: 'office@secret.example',
    };
    const known = { state: 'ENTERED', channel: 'EMAIL', registration: letter.registration, day: '2016-06-30', sender };
    const scan = sheet.fileId;
    const [first, second] = rows.clauses;
    expect(entries).toMatchObject([
      {
        ...known,
        scan,
        content: { kind: 'REMARK', language: 'ru', text: 'А: срок слишком долгий\nсовсем', anchors: [first] },
      },
      {
        ...known,
        scan,
        content: { kind: 'PROPOSAL', text: 'Б: =1+1', proposedWording: 'Срок – три дня', anchors: [] },
      },
      { ...known, scan, content: { text: 'В: форма', anchors: [second, first] } },
    ]);
    const [entry] = await bed.database.query<{ data: string }>(
      `select data from ledger_entry where act = 'entries.imported' and subject_id = $1`,
      [discussionId],
    );
    const counts = { NEW: 3, ENTERED: 0, REPEATED: 0, ERROR: 0 };
    expect(JSON.parse(entry?.data ?? '')).toEqual({ importId, fileSha256: sha256Hex(content), ...counts });
    const confirm = (actor: typeof officer) =>
      bed.get(ConfirmEntry).execute({ discussionId, entryId: String(entries[0]?.['id']) }, actor);
    await expect(confirm(officer)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await confirm(officerOf(rows.bodyId))).toMatchObject({ verdict: 'ON_TIME' });
  });

  it('is entered once: applied again it says so, uploaded again all of it is entered already', async () => {
    const rows = await insertDiscussion(bed.database);
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const content = await filledTemplate(bed, rows, [saying('А'), saying('Б')]);
    const name = { discussionId, importId: await receive(bed, rows, content, officer) };
    const apply = () => bed.get(ApplyIntakeSheet).execute(name, officer);
    const both = await Promise.all([apply(), apply()]);
    expect(new Set(both.map(({ isRepeated }) => isRepeated))).toEqual(new Set([false, true]));
    expect(await entriesOf(rows)).toHaveLength(2);
    expect(await bed.get(IntakeImports).one(name, officer)).toMatchObject({
      plan: null,
      sheet: { outcome: { NEW: 2 } },
    });
    const plan = await intakePlanOf(bed, rows, content, officer);
    expect(plan.counts).toMatchObject({ NEW: 0, ENTERED: 2 });
    const again = { discussionId, importId: await receive(bed, rows, content, officer) };
    await expect(bed.get(ApplyIntakeSheet).execute(again, officer)).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await entriesOf(rows)).toHaveLength(2);
  });

  it('REQ-44: warns of the same words in the sheet and received already, and enters a repeated row once', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{ body: 'Срок долгий!' }] });
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const other = { ...letter, content: { kind: 'REMARK', language: 'ru', text: 'Форма', anchors: [] } } as const;
    await bed
      .get(EnterReceivedRemark)
      .execute(discussionId, { ...other, sender: { kind: 'GROUP', name: 'Басқалар' } }, officer);
    const content = await filledTemplate(bed, rows, [
      saying('срок  ДОЛГИЙ'),
      saying('Форма'),
      saying('Форма', { clause: 'Пункт 2' }),
      saying('Форма'),
    ]);
    const importId = await receive(bed, rows, content, officer);
    const { plan } = await bed.get(IntakeImports).one({ discussionId, importId }, officer);
    expect(plan?.rows.map(({ kind, sameAsRow, sameWords, waiting }) => [kind, sameAsRow, sameWords, waiting])).toEqual([
      ['NEW', null, [rows.remarks[0]?.number], []],
      ['NEW', null, [], [letter.registration]],
      ['NEW', 3, [], [letter.registration]],
      ['REPEATED', 3, [], [letter.registration]],
    ]);
    await bed.get(ApplyIntakeSheet).execute({ discussionId, importId }, officer);
    expect(await entriesOf(rows)).toHaveLength(4);
  });

  it('tells each fault at its cell, refuses formulas wherever they stand, and is then not entered in part', async () => {
    const rows = await insertDiscussion(bed.database);
    const officer = officerOf(rows.bodyId);
    const formula = { formula: 'A1', shows: 'Замечание' };
    const content = await filledTemplate(
      bed,
      rows,
      [
        ...remarkKeys.map((key) => saying('Мәтін', { [key]: formula })),
        saying('Мәтін', { clause: 'Пункт 9' }),
        saying('Мәтін', { type: null }),
        saying('Мәтін', { type: 'Вопрос' }),
        saying('', { wording: 'Тек редакция' }),
        saying('а'.repeat(20_001)),
        saying('Дұрыс жол'),
      ],
      { organisation: null, bin: 12_345, email: 'жоқ', ground: formula },
    );
    const importId = await receive(bed, rows, content, officer);
    const name = { discussionId: rows.discussionId, importId };
    const { plan } = await bed.get(IntakeImports).one(name, officer);
    const told = plan?.rows.map(({ faults }) => faults.map(({ address, fault }) => `${address} ${fault}`).join());
    expect(told).toEqual([
      'A2 formula',
      'B3 formula',
      'C4 formula',
      'D5 formula',
      'A6 clause-not-in-draft',
      'B7 kind-missing',
      'B8 kind-unknown',
      'C9 missing',
      'C10 too-long',
      '',
    ]);
    expect(plan?.senderFaults.map(({ address, fault }) => `${address} ${fault}`)).toEqual([
      'B5 formula',
      'B2 missing',
      'B6 malformed',
      'B3 malformed',
    ]);
    await expect(bed.get(ApplyIntakeSheet).execute(name, officer)).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await entriesOf(rows)).toEqual([]);
  });

  it('finds the organisation and the columns wherever they were moved', async () => {
    const rows = await insertDiscussion(bed.database);
    const content = await filledTemplate(
      bed,
      rows,
      [saying('А')],
      Object.fromEntries(senderKeys.map((key) => [key, null])),
    );
    const sheet = await EditedWorkbook.of(content, 1);
    sheet.typeAt('G30', 'Ұйым [organisation]').typeAt('H30', 'Басқа ЖШС');
    sheet.typeAt('J31', '[representative]').typeAt('K31', 'Асан');
    const moved = await (await EditedWorkbook.of(await sheet.save())).typeAt('A2', 'Атауы').typeAt('A4', 'Өкіл').save();
    const plan = await intakePlanOf(bed, rows, moved, officerOf(rows.bodyId));
    expect(plan.sender).toMatchObject({ organisation: 'Басқа ЖШС', representative: 'Асан', bin: '' });
    expect(plan).toMatchObject({ senderFaults: [], counts: { NEW: 1 } });
  });

  it.each([
    ['an arrival that has not come', { arrival: { day: '2999-01-01' } }, 'invalid-input'],
    ['no registration number', { registration: ' ' }, 'invalid-input'],
    ['an arrival before the opening', { arrival: { day: '2016-05-01' } }, 'discussion-not-open'],
  ])('is not taken with %s', async (_name, over, code) => {
    const rows = await insertDiscussion(bed.database);
    const content = await filledTemplate(bed, rows, [saying('А')], { organisation: null });
    await expect(receive(bed, rows, content, officerOf(rows.bodyId), over)).rejects.toMatchObject({ code });
  });

  it('is its uploader’s, needs a kept sheet of its own, and an officer of the body', async () => {
    const rows = await insertDiscussion(bed.database);
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const content = await filledTemplate(bed, rows, [saying('А')]);
    const importId = await receive(bed, rows, content, officer);
    const notFound = { code: 'not-found' };
    const colleague = officerOf(rows.bodyId);
    await expect(bed.get(ApplyIntakeSheet).execute({ discussionId, importId }, colleague)).rejects.toMatchObject(
      notFound,
    );
    await expect(bed.get(IntakeImports).one({ discussionId, importId }, colleague)).rejects.toMatchObject(notFound);
    const stranger = officerOf((await insertDiscussion(bed.database)).bodyId);
    const keep = bed.get(KeepIntakeSheet);
    await expect(keep.execute({ discussionId, name: 'а.xlsx', content }, stranger)).rejects.toMatchObject(notFound);
    const signer = officerOf(rows.bodyId, 'signer');
    await expect(keep.execute({ discussionId, name: 'а.xlsx', content }, signer)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const [pdf] = await bed.database.query<{ id: string }>(
      `insert into stored_file (id, purpose, name, media_type, size, sha256, content)
       values ($1, 'SCAN', 'хат.pdf', 'application/pdf', 4, '\\x00', '\\x25504446') returning id`,
      [newId()],
    );
    for (const fileId of [newId(), 'x', pdf?.id ?? '']) {
      const work = bed.get(ReceiveIntakeSheet).execute({ discussionId, fileId, letter }, officer);
      await expect(work).rejects.toMatchObject(notFound);
    }
  });
});
