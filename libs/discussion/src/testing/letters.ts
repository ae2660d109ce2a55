import type { DiscussionRows, TestDatabase } from '#lib/testing';
import type { EnterReceivedRemarkInput } from '../use-cases/enter-received-remark.js';
import { insertFile } from './discussion-bed.js';

/** A letter on paper that came on the last day of June's discussion, with a scan of its own. */
export async function letterOn(
  database: TestDatabase,
  { clauses }: Pick<DiscussionRows, 'clauses'>,
  over: Partial<EnterReceivedRemarkInput> = {},
): Promise<EnterReceivedRemarkInput> {
  return {
    channel: 'PAPER',
    registration: 'ЖТ-17/"б"',
    arrival: { day: '2016-07-01' },
    content: {
      kind: 'REMARK',
      language: 'kk',
      text: 'Құпия мәтін: мерзімді үш күнге дейін қысқарту.',
      anchors: clauses.slice(0, 1),
    },
    sender: { kind: 'INDIVIDUAL', name: 'Әсел Жібекқызы', email: 'asel@secret.example' },
    scans: [await insertFile(database, 'SCAN')],
    ...over,
  };
}

/** What the ledger says of a subject, the oldest first. */
export const actsOf = (database: TestDatabase, subjectId: string) =>
  database
    .query<{ act: string; actor: string; data: string }>(
      'select act, actor, data from ledger_entry where subject_id = $1 order by at',
      [subjectId],
    )
    .then((rows) => rows.map(({ act, actor, data }) => ({ act, actor, ...(JSON.parse(data) as object) })));
