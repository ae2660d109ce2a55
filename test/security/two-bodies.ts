import { Acting, type Database } from '#lib/database';
import { startTestBed, type TestBed } from '#lib/testing';
import { insertUnpublishedWork, type UnpublishedWork } from './unpublished-rows.js';

type Reader = Pick<Database, 'query'>;

/** As a portal has it, with two bodies that have the same work; nothing of it is published but the drafts under discussion. */
export interface TwoBodies {
  readonly bed: TestBed;
  readonly ours: UnpublishedWork;
  readonly theirs: UnpublishedWork;
  /** As in a request of an official of this body, or of nobody known. */
  asked<Result>(bodyId: string | null, work: () => Promise<Result>): Promise<Result>;
}

export async function startTwoBodies(): Promise<TwoBodies> {
  const bed = await startTestBed({ imports: [], isPortal: true });
  const ours = await insertUnpublishedWork(bed.database);
  const theirs = await insertUnpublishedWork(bed.database);
  const acting = bed.get(Acting);
  const asked: TwoBodies['asked'] = (bodyId, work) =>
    acting.begin(() => {
      if (bodyId !== null) acting.forBody(bodyId);
      return work();
    });
  return { bed, ours, theirs, asked };
}

/** Rows of a draft that is discussed are everybody's already. */
const unpublished: Readonly<Record<string, string>> = {
  procedure: 'not exists (select from discussion d where d.procedure_id = t.id)',
  draft_version: 'not exists (select from discussion d where d.version_id = t.id)',
  clause: 'not exists (select from discussion d where d.version_id = t.version_id)',
};

/** Asks for all rows, or for all unpublished ones, and says nothing of whose. */
export async function rowsOf(reader: Reader, table: string, isUnpublished = true): Promise<string[]> {
  const where = isUnpublished ? (unpublished[table] ?? 'true') : 'true';
  const sql = `select to_jsonb(t)::text as row from ${table} t where ${where} order by 1`;
  return (await reader.query<{ row: string }>(sql)).map(({ row }) => row);
}
