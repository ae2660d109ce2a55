import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecideGroup, DecideRemark, GroupRemarks, SplitRemark } from '#lib/consideration';
import { bytesOf, readXlsx } from '#lib/documents';
import { languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { profileById } from '#lib/time-limits';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { ConsiderationSheet } from './consideration-sheet.js';
import { download, startSheetsBed } from '../testing/sheets-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startSheetsBed();
});
afterAll(() => bed.stop());

const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
} as const;

describe('the sheet of a discussion', () => {
  it('REQ-50: has a row for each point, and one for each point of a group by the remark that stands for it', async () => {
    const body = 'Бірінші. Екінші.';
    const rows = await insertDiscussion(bed.database, {
      remarks: [
        { body: 'Топ' },
        { body: 'Топ' },
        { body, about: [1, 0], kind: 'PROPOSAL', proposedWording: '=1+1' },
        {},
        { state: 'WITHDRAWN' },
        { state: 'HIDDEN' },
      ],
    });
    const { discussionId, remarks } = rows;
    const officer = officerOf(rows.bodyId);
    const numbers = remarks.slice(0, 2).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    await bed.get(DecideGroup).execute({ discussionId, no: 1, ...refusal }, officer);
    const remarkId = remarks[2]?.id ?? '';
    const points = ['Бірінші.', 'Екінші.'].map((quote) => [
      { part: 'TEXT' as const, startsAt: body.indexOf(quote), quote },
    ]);
    await bed.get(SplitRemark).execute({ remarkId, points }, officer);
    const accepted = { ...refusal, outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED' } as const;
    await bed
      .get(DecideRemark)
      .execute({ remarkId, point: 2, ...accepted, changedClauses: [...rows.clauses] }, officer);
    const sheet = await download(bed, rows, officer, { language: 'kk' });
    const shown = (key: string) => sheet.rows.map(({ number }) => sheet.text(number, key));
    expect(shown('number')).toEqual([0, 2, 2, 3].map((index) => remarks[index]?.number));
    expect(shown('group')).toEqual(['1-топ: 2 ескерту', '', '', '']);
    expect(shown('clause')).toEqual(['Жоба тұтастай', '1 тармақ; 2 тармақ', '1 тармақ; 2 тармақ', 'Жоба тұтастай']);
    expect(shown('point')).toEqual(['', '1-мәселе: Бірінші.', '2-мәселе: Екінші.', '']);
    expect(shown('type')).toEqual(['Ескерту', 'Ұсыныс', 'Ұсыныс', 'Ескерту']);
    expect(shown('remark').slice(0, 3)).toEqual(['Топ', body, body]);
    expect(shown('wording')).toEqual(['', '=1+1', '=1+1', '']);
    expect(shown('decision')).toEqual(['Ескерілмеді', '', 'Ескерілді', '']);
    expect(shown('ground-kk')).toEqual([refusal.groundKk, '', refusal.groundKk, '']);
    expect(shown('changed')).toEqual(['', '', '1 тармақ; 2 тармақ', '']);
    expect(shown('observations')).toEqual(['', '', '', '']);
    expect(new Set(shown('state')).size).toBe(4);
  });

  it('REQ-46: names no sender in any of its parts, and has no formula', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: [{ body: '=HYPERLINK("http://evil.example")', proposedWording: '@SUM(1)' }, {}],
    });
    const sheet = await download(bed, rows, officerOf(rows.bodyId));
    const { stream } = await bed
      .get(ConsiderationSheet)
      .of(rows.discussionId, officerOf(rows.bodyId), { language: 'kk' });
    const bytes = await bytesOf(stream);
    const sheets = await readXlsx(bytes);
    const everything = JSON.stringify(sheets.map(({ rows: read }) => read.map(({ cells }) => [...cells.values()])));
    expect(everything).not.toMatch(/Жібекқызы|secret\.example|Құпия|123456789012/);
    expect(everything).not.toContain('"isFormula":true');
    expect(sheet.text(2, 'remark')).toBe('=HYPERLINK("http://evil.example")');
  });

  it.each(languages)('is headed in %s, says how to fill it in and which clauses there are', async (language) => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const t = translator(language);
    const { stream, name } = await bed
      .get(ConsiderationSheet)
      .of(rows.discussionId, officerOf(rows.bodyId), { language });
    expect(name).toMatch(/^talqy-\d+-2016-07-05\.xlsx$/);
    const sheets = await readXlsx(await bytesOf(stream));
    expect(sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      [t('sheet.name-remarks'), false],
      [t('sheet.name-how'), false],
      [t('sheet.name-clauses'), false],
      ['choices', true],
    ]);
    const headings = [...(sheets[0]?.rows[0]?.cells.values() ?? [])].map(({ value }) => value);
    expect(headings).toContain(`${t('sheet.column.ground-kk')}\n[ground-kk]`);
    const choices = sheets[3]?.rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value)) ?? [];
    const { reasons } = profileById('kz-126-2016-03').decisions;
    const notOffered = reasons.filter(({ title }) => !choices.includes(title[language]));
    // Nothing lies outside the amended parts where nothing is amended (REQ-83).
    expect(notOffered.map(({ code }) => code)).toEqual(['OUTSIDE_AMENDED_PARTS']);
    expect(sheets[1]?.rows).toHaveLength(12);
    const clauses = sheets[2]?.rows.slice(1).map(({ cells }) => cells.get('A')?.value);
    expect(clauses).toEqual([t('draft.clause', { label: '1' }), t('draft.clause', { label: '2' })]);
  });

  it('takes the filter of the queue, also for groups', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: [{ about: [0] }, { about: [0] }, { kind: 'PROPOSAL' }, { about: [1] }, { about: [1], kind: 'PROPOSAL' }],
    });
    const { discussionId, remarks } = rows;
    const officer = officerOf(rows.bodyId);
    const numbers = remarks.slice(0, 2).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    await bed.get(DecideRemark).execute({ remarkId: remarks[3]?.id ?? '', ...refusal }, officer);
    const of = async (filter: object) => {
      const sheet = await download(bed, rows, officer, { filter });
      return sheet.rows.map(({ number }) => remarks.findIndex((each) => each.number === sheet.text(number, 'number')));
    };
    expect(await of({})).toEqual([0, 2, 3, 4]);
    expect(await of({ undecidedOnly: true })).toEqual([0, 2, 4]);
    expect(await of({ kind: 'PROPOSAL' })).toEqual([2, 4]);
    expect(await of({ clause: rows.clauses[0] })).toEqual([0]);
    expect(await of({ clause: 'whole-draft' })).toEqual([2]);
    await bed.get(DecideGroup).execute({ discussionId, no: 1, ...refusal }, officer);
    expect(await of({ undecidedOnly: true })).toEqual([2, 4]);
    await expect(of({ clause: 'x' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is for officials of the body alone', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const { bodyId } = await insertDiscussion(bed.database);
    for (const actor of [officerOf(bodyId), { kind: 'citizen' } as const]) {
      await expect(bed.get(ConsiderationSheet).of(rows.discussionId, actor, { language: 'kk' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });

  it('streams some thousands of remarks, page by page', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await bed.database.query(
      `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, anchors, state,
         received_at, profile_id, close_at, salt, commitment, normalised_hash)
       select gen_random_uuid(), discussion_id, 'M-' || n, kind, sender_kind, intake_channel, language, body || n, anchors, state,
         received_at + n * interval '1 second', profile_id, close_at, salt, commitment, normalised_hash
         from remark, generate_series(1, 3000) as n where discussion_id = $1`,
      [rows.discussionId],
    );
    const sheet = await download(bed, rows, officerOf(rows.bodyId));
    expect(sheet.rows).toHaveLength(3_001);
    expect(new Set(sheet.rows.map(({ number }) => sheet.text(number, 'number'))).size).toBe(3_001);
  });
});
