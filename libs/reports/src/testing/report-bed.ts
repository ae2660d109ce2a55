import { once } from 'node:events';
import {
  ChangeTrace,
  ConsiderationModule,
  DecideRemark,
  type DecideRemarkInput,
  SplitRemark,
  StateOwnInitiative,
} from '#lib/consideration';
import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { DomainError, type Instant, newId, plusMilliseconds } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { type SignatureSettings, SignaturesModule } from '#lib/signatures';
import {
  type DiscussionRows,
  insertDiscussion,
  insertDraftVersion,
  officerOf,
  startTestBed,
  type TestBed,
  testKeyFile,
} from '#lib/testing';
import yauzl from 'yauzl';
import { ReportsModule } from '../reports.module.js';

export interface ReportBed extends TestBed {
  /** An instant after now, a day further with each call. */
  later(): Instant;
}

/** Reports and decisions over a database of their own, on 5 July 2016; without roots a signature is self-declared. */
export async function reportBed(verifiedBy: Partial<SignatureSettings> = {}): Promise<ReportBed> {
  const discussion = DiscussionModule.forRoot({ receiptSecret: 'a key for tests', keyFile: testKeyFile() });
  const signatures = SignaturesModule.forRoot({ trustedRoots: undefined, verifierUrl: undefined, ...verifiedBy });
  const imports = [signatures, ReportsModule, ConsiderationModule, discussion, LedgerModule, JobsModule];
  const bed = await startTestBed({ imports, now: '2016-07-05T06:00:00Z' });
  return { ...bed, later: () => plusMilliseconds(bed.clock.now(), 86_400_000) };
}

const grounds = {
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
};

type More = Partial<DecideRemarkInput>;

export const refuse = (bed: TestBed, rows: DiscussionRows, index: number, more: More = {}): Promise<number> =>
  bed.get(DecideRemark).execute(
    {
      remarkId: rows.remarks[index]?.id ?? '',
      outcome: 'NOT_TAKEN_INTO_ACCOUNT',
      reasonCode: 'ALREADY_PROVIDED',
      ...grounds,
      ...more,
    },
    officerOf(rows.bodyId),
  );

export const accept = (bed: TestBed, rows: DiscussionRows, index: number, more: More = {}): Promise<number> =>
  refuse(bed, rows, index, { outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED', ...more });

/** 12 on time, 3 late: one withdrawn, one hidden, one question, two proposals and one point of a remark accepted. */
export async function twelveRemarks(bed: TestBed): Promise<DiscussionRows> {
  const rows = await insertDiscussion(bed.database, {
    late: 3,
    remarks: [
      { about: [0] },
      { kind: 'PROPOSAL', proposedWording: 'Мерзімі – үш жұмыс күні', about: [0, 1] },
      { state: 'WITHDRAWN', body: 'WITHDRAWN TEXT' },
      { state: 'HIDDEN', body: 'HIDDEN TEXT' },
      { kind: 'PROPOSAL', senderKind: 'LEGAL_ENTITY' },
      { kind: 'PROPOSAL', body: `Мерзімді қысқартуды ${'өте '.repeat(150)}сұраймын` },
      {},
      { kind: 'PROPOSAL' },
      { senderKind: 'LEGAL_ENTITY', body: '<script>&"ҚАУІПТІ"</script>' },
      {},
      {},
      {},
    ],
  });
  await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, [
    { lineageId: rows.clauses[0], text: 'Мерзімі – үш жұмыс күні | Срок – три рабочих дня' },
    { lineageId: rows.clauses[1], text: 'Нысаны: қағаз түрінде | Форма: бумажная' },
  ]);
  await splitFirst(bed, rows);
  await accept(bed, rows, 0, { changedClauses: rows.clauses.slice(0, 1) });
  await refuse(bed, rows, 0, { point: 2 });
  await accept(bed, rows, 1, { changedClauses: rows.clauses.slice(0, 1) });
  await accept(bed, rows, 4, { noChangeKk: 'Жобада онсыз да бар.', noChangeRu: 'В проекте это уже есть.' });
  for (const index of [5, 6, 7, 8, 9, 10]) await refuse(bed, rows, index);
  await refuse(bed, rows, 11, { reasonCode: 'QUESTION' });
  return rows;
}

/** The first remark makes two points: its Kazakh sentence and its Russian one. */
const splitFirst = (bed: TestBed, { remarks, bodyId }: DiscussionRows): Promise<void> => {
  const [kk, ru] = ['Мерзімді қысқартуды сұраймын (1).', 'Прошу сократить срок до трёх дней.'];
  const points = [
    [{ part: 'TEXT', startsAt: 0, quote: kk }],
    [{ part: 'TEXT', startsAt: Array.from(kk).length + 1, quote: ru }],
  ] as const;
  return bed.get(SplitRemark).execute({ remarkId: remarks[0]?.id ?? '', points }, officerOf(bodyId));
};

/** Says of every change no remark asked for that the body made it itself, as an editorial one. */
export async function explainChanges(bed: TestBed, { discussionId, bodyId }: DiscussionRows): Promise<void> {
  const officer = officerOf(bodyId);
  const changes = await bed.get(ChangeTrace).of(discussionId, officer);
  const reason = { reasonKk: 'Мәтін анықталды, мәні өзгерген жоқ.', reasonRu: 'Текст уточнён, смысл не изменён.' };
  for (const { lineageId: clause, isTraced } of changes)
    if (!isTraced)
      await bed.get(StateOwnInitiative).execute({ discussionId, clause, nature: 'EDITORIAL', ...reason }, officer);
}

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

/** The text of `word/document.xml`: paragraphs and line breaks as line feeds, entities read. */
export async function docxText(docx: Buffer): Promise<string> {
  const xml = await entryOf(docx, 'word/document.xml');
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function entryOf(archive: Buffer, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(archive, { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      zip.on('error', reject);
      zip.on('end', () => reject(new Error(`no ${path} in the archive`)));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== path) return zip.readEntry();
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          once(stream, 'end').then(() => resolve(Buffer.concat(chunks).toString('utf8')), reject);
        });
      });
      zip.readEntry();
    });
  });
}
