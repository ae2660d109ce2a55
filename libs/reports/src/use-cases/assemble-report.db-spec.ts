import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesOf } from '#lib/documents';
import { newId } from '#lib/kernel';
import { insertDiscussion, insertDraftVersion, officerOf } from '#lib/testing';
import { ReportOf } from '../queries/report-of.js';
import { ReportRenderings } from '../queries/report-renderings.js';
import { ReportRunOf } from '../queries/report-run-of.js';
import { accept, codeOf, docxText, type ReportBed, refuse, reportBed, twelveRemarks } from '../testing/report-bed.js';
import type { RenderingFormat } from '../domain/rendering-kinds.js';
import { AssembleReport } from './assemble-report.js';

let bed: ReportBed;
beforeAll(async () => {
  bed = await reportBed();
});
afterAll(() => bed.stop());

const assemble = (rows: { discussionId: string; bodyId: string }) =>
  bed.get(AssembleReport).execute({ discussionId: rows.discussionId }, officerOf(rows.bodyId));
const current = async (rows: { discussionId: string; bodyId: string }) => {
  const [view] = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
  if (!view) throw new Error('no report');
  return view;
};
const rendering = async (
  rows: { bodyId: string },
  reportId: string,
  format: RenderingFormat,
  language: 'kk' | 'ru' | 'en',
) => bytesOf((await bed.get(ReportRenderings).open({ reportId, format, language }, officerOf(rows.bodyId))).stream);

describe('assembling', () => {
  it('A2.S, REQ-64: twelve remarks: withdrawn, hidden and late ones as numbers, the partly accepted one as 1/1', async () => {
    const rows = await twelveRemarks(bed);
    const { reportId, version, isNew, blockers } = await assemble(rows);
    expect([version, isNew, blockers]).toEqual([1, true, []]);
    const { head, renderings, missingChannels } = await current(rows);
    const of = (remarks: number, proposals: number) => ({ remarks, proposals, total: remarks + proposals });
    expect(head.counts).toEqual({
      received: of(8, 4),
      withdrawn: of(1, 0),
      hidden: of(1, 0),
      hiddenBy: { ABUSE: 1 },
      decided: of(6, 4),
      undecided: of(0, 0),
      partly: of(1, 0),
      points: {
        decided: of(7, 4),
        takenIntoAccount: of(1, 2),
        notTakenIntoAccount: of(6, 2),
        questions: of(1, 0),
        byReason: { ACCEPTED: 3, ALREADY_PROVIDED: 7, QUESTION: 1 },
      },
      senders: { individuals: 10, legalEntities: 2, groups: 0 },
      groups: 0,
      grouped: 0,
      late: 3,
    });
    const perLanguage = ['DOCX', 'PDF', 'XLSX'].flatMap((format) =>
      ['en', 'kk', 'ru'].map((each) => `${format} ${each}`),
    );
    expect(renderings.map(({ format, language }) => `${format} ${language}`).toSorted()).toEqual(
      ['CSV mul', 'JSON mul', ...perLanguage].toSorted(),
    );
    expect(missingChannels).toEqual(['EGOV_PORTAL', 'OWN_RESOURCE']);
    const data: unknown = JSON.parse((await rendering(rows, reportId, 'JSON', 'kk')).toString());
    expect(data).toMatchObject({ schema: '/schemas/report/v1.json', rows: { length: 10 }, remarks: { length: 12 } });
  });

  it('R8.3, A2: the Kazakh document has the words of the form in their order, verbatim', async () => {
    const rows = await twelveRemarks(bed);
    const { reportId, hash } = await assemble(rows);
    const text = await docxText(await rendering(rows, reportId, 'DOCX', 'kk'));
    const words = [
      '2-қосымша',
      'нысан',
      'Мемлекеттік көрсетілетін қызметтер стандарттарының жобасын жария талқылаудың аяқталуы туралы есеп',
      '«Анықтама беру»',
      '(мемлекеттік көрсетілетін қызметтер стандарттары жобасының атауы)',
      '1. Пысықталған жобамен (2-нұсқа) https://ministry.example.kz/drafts/1',
      '(Жария талқылау нәтижесінде пысықталған мемлекеттік көрсетілетін қызмет стандартының жобасымен таныстыру тәсілі)',
      '2. Басталған күні: 2016 жылғы 1 маусым',
      '(мемлекеттік көрсетілетін қызметтер стандарттарының жобасына жария талқылау жүргізу кезеңі)',
      '3. Мерзім өткеннен кейін 3 ескерту',
      '(өзге де пайдалы ақпараттар)',
      'р/с №',
      'Ескерту немесе ұсыныс',
      'Қысқаша мазмұны',
      'Қабылдау немесе қабылдамау жөніндегі негіздемелер',
      'Ішінара ескерілді.',
      'Қосымша ақпарат:',
      'ескерілген немесе ескерілмеген ескертулер мен ұсыныстардың саны туралы статистикалық ақпарат.',
      '12 келіп түсті = 10 қаралды + 1 қайтарып алынды + 1 жасырылды',
      hash,
    ];
    let from = 0;
    for (const word of words) {
      const at = text.indexOf(word, from);
      expect({ word, found: at >= from }).toEqual({ word, found: true });
      from = at;
    }
  });

  it('REQ-62, AMB-25: no remark at all still makes the report, with the line "none received" and zeros', async () => {
    const rows = await insertDiscussion(bed.database);
    const { reportId, blockers } = await assemble(rows);
    expect(blockers).toEqual([]);
    const kk = await docxText(await rendering(rows, reportId, 'DOCX', 'kk'));
    expect(kk).toContain('Ескертулер мен ұсыныстар келіп түскен жоқ.');
    expect(kk).toContain('0 келіп түсті = 0 қаралды + 0 қайтарып алынды + 0 жасырылды');
    expect(kk).toContain('Жоба өзгертілген жоқ');
    expect(await docxText(await rendering(rows, reportId, 'DOCX', 'ru'))).toContain(
      'Замечания и предложения не поступили.',
    );
    expect(await docxText(await rendering(rows, reportId, 'DOCX', 'en'))).toContain(
      'No remarks or proposals were received.',
    );
  });

  it('REQ-46: nothing of a sender is in any document, nor of a hidden, withdrawn or late remark', async () => {
    const rows = await twelveRemarks(bed);
    const { reportId } = await assemble(rows);
    const documents = await Promise.all([
      rendering(rows, reportId, 'JSON', 'kk'),
      rendering(rows, reportId, 'CSV', 'kk'),
      ...(['kk', 'ru', 'en'] as const).map(async (language) =>
        Buffer.from(await docxText(await rendering(rows, reportId, 'DOCX', language))),
      ),
    ]);
    for (const document of documents) {
      for (const secret of [
        'Жібекқызы',
        'secret.example',
        'Құпия ЖШС',
        '123456789012',
        'too late',
        'HIDDEN TEXT',
        'WITHDRAWN TEXT',
      ]) {
        expect(document.includes(secret)).toBe(false);
      }
      expect(document.includes('Мерзім')).toBe(true);
    }
  });

  it('R8.3: a decided remark stands in the CSV with its ground; one that is not decided has an empty outcome', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    await refuse(bed, rows, 0);
    const { reportId, blockers } = await assemble(rows);
    expect(blockers).toMatchObject([{ code: 'undecided-point', number: rows.remarks[1]?.number, point: 1 }]);
    const lines = (await rendering(rows, reportId, 'CSV', 'kk')).toString().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/NOT_TAKEN_INTO_ACCOUNT,ALREADY_PROVIDED/);
    expect(lines[2]).toMatch(/,1,,,,,,,,,,$/);
  });
});

describe('assembling again', () => {
  it('I7, REQ-68: the same facts give the same version and, rebuilt from nothing, the same bytes', async () => {
    const rows = await twelveRemarks(bed);
    const first = await assemble(rows);
    const before = await current(rows);
    bed.clock.set(bed.later());
    expect(await assemble(rows)).toMatchObject({ reportId: first.reportId, version: 1, isNew: false });
    // As if the report had never been made.
    await bed.database.query('delete from report_rendering where report_id = $1', [first.reportId]);
    for (const part of ['report_row', 'report_remark', 'report_fact']) {
      await bed.database.query(`delete from ${part} where report_id = $1`, [first.reportId]);
    }
    await bed.database.query('alter table report disable trigger report_stays_as_signed');
    await bed.database.query('delete from report where id = $1', [first.reportId]);
    await bed.database.query('alter table report enable trigger report_stays_as_signed');
    expect((await assemble(rows)).hash).toBe(first.hash);
    expect((await current(rows)).renderings).toEqual(before.renderings);
  });

  it('REQ-56: a new decision supersedes the unsigned version', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const first = await assemble(rows);
    await refuse(bed, rows, 0);
    const second = await assemble(rows);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second.hash).not.toBe(first.hash);
    const versions = await bed.get(ReportOf).versions(rows.discussionId, officerOf(rows.bodyId));
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'ASSEMBLED'],
      [1, 'SUPERSEDED'],
    ]);
  });

  it('five workers at once make one version', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 3 });
    const made = await Promise.all(Array.from({ length: 5 }, () => assemble(rows)));
    expect(new Set(made.map(({ reportId, version }) => `${reportId} ${version}`)).size).toBe(1);
    expect(made[0]?.version).toBe(1);
  });

  it('REQ-61: A2.1 names the revised version, and says so when nothing changed', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    await accept(bed, rows, 0, { changedClauses: rows.clauses.slice(0, 1) });
    const unchanged = await assemble(rows);
    expect(unchanged.blockers).toMatchObject([{ code: 'clause-not-changed', number: rows.remarks[0]?.number }]);
    await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, [
      { lineageId: rows.clauses[0], text: 'Мерзімі – үш жұмыс күні | Срок – три рабочих дня' },
      { lineageId: rows.clauses[1], text: 'Нысаны: қағаз түрінде | Форма: бумажная' },
    ]);
    const revised = await assemble(rows);
    expect(revised.blockers).toEqual([]);
    const text = await docxText(await rendering(rows, revised.reportId, 'DOCX', 'ru'));
    expect(text).toContain('С доработанным проектом (версия 2) можно ознакомиться');
    expect(text).toContain('Измененный пункт доработанного проекта: 1.');
  });
});

describe('what is refused', () => {
  it('an open discussion, and AMB-18 a withdrawn one', async () => {
    for (const state of ['OPEN', 'WITHDRAWN'] as const) {
      const rows = await insertDiscussion(bed.database, { state });
      expect(await codeOf(assemble(rows))).toBe('wrong-state');
    }
  });

  it('another body: to assemble, to see versions, blockers and documents', async () => {
    const rows = await insertDiscussion(bed.database);
    const { reportId } = await assemble(rows);
    const other = officerOf(newId());
    const discussionId = rows.discussionId;
    expect(await codeOf(bed.get(AssembleReport).execute({ discussionId }, other))).toBe('not-found');
    expect(await codeOf(bed.get(ReportOf).versions(discussionId, other))).toBe('not-found');
    expect(await bed.get(ReportRunOf).newest(discussionId, other)).toBeUndefined();
    const request = { reportId, format: 'DOCX', language: 'kk' } as const;
    expect(await codeOf(bed.get(ReportRenderings).open(request, other))).toBe('not-found');
    expect(await codeOf(bed.get(ReportRenderings).open(request, { kind: 'citizen' }))).toBe('not-found');
    expect(await bed.get(ReportOf).published(discussionId)).toBeUndefined();
  });

  it('REQ-67: bytes that are not those that were stored are not handed out', async () => {
    const rows = await insertDiscussion(bed.database);
    const { reportId } = await assemble(rows);
    await bed.database.query('alter table stored_file_chunk disable trigger user');
    await bed.database.query(
      `update stored_file_chunk set content = set_byte(content, 0, 33)
        where file_id = (select file_id from report_rendering where report_id = $1 and format = 'CSV')`,
      [reportId],
    );
    await bed.database.query('alter table stored_file_chunk enable trigger user');
    await expect(rendering(rows, reportId, 'CSV', 'kk')).rejects.toThrow(/not what was stored|hash|sha/i);
  });
});
