import { JobsModule } from '#lib/jobs';
import { newId } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import type { SignatureSettings } from '#lib/signatures';
import {
  type DiscussionRows,
  insertDiscussion,
  startTestBed,
  type TestBed,
  type TestDatabase,
  testKeyFile,
} from '#lib/testing';
import { DiscussionModule } from '../discussion.module.js';
import type { SubmitRemarkInput } from '../use-cases/submit-remark.js';

interface Options {
  readonly drainSeconds?: number;
  readonly hasSendersProvider?: boolean;
  readonly signatures?: SignatureSettings;
  readonly database?: TestDatabase;
  readonly now?: string;
  readonly isPortal?: boolean;
}

/** The lib over a fresh database, with a short drain where a test closes. */
export const startDiscussionBed = (options: Options = {}): Promise<TestBed> => {
  const { drainSeconds = 60, hasSendersProvider = false, signatures, ...rest } = options;
  const discussion = DiscussionModule.forRoot({
    receiptSecret: 'a key for tests',
    keyFile: testKeyFile(),
    drainSeconds,
    hasSendersProvider,
    signatures,
  });
  return startTestBed({ ...rest, imports: [LedgerModule, JobsModule, discussion] });
};

/** An open discussion whose close lies the given seconds from now, by the database clock; in the past when negative. */
export async function openDiscussion(database: TestDatabase, closesIn: number | null = 3_600): Promise<DiscussionRows> {
  const rows = await insertDiscussion(database, { state: 'OPEN' });
  await database.query(
    `update discussion set close_at = clock_timestamp() + $2::float8 * interval '1 second' where id = $1`,
    [rows.discussionId, closesIn],
  );
  return rows;
}

/** A sound remark on the first clause, under a key of its own. */
export const remarkOn = (
  { discussionId, clauses }: Pick<DiscussionRows, 'discussionId' | 'clauses'>,
  over: Partial<SubmitRemarkInput> & { text?: string } = {},
): SubmitRemarkInput => {
  const { text = 'Мерзімді үш күнге дейін қысқартуды сұраймын.', ...rest } = over;
  return {
    discussionId,
    channel: 'API',
    idempotencyKey: newId(),
    content: { kind: 'REMARK', language: 'kk', text, anchors: clauses.slice(0, 1) },
    sender: { kind: 'INDIVIDUAL', name: 'Әсел Жібекқызы', email: 'asel@secret.example' },
    ...rest,
  };
};

export const now = { elapsedMs: 0 };

/** An attachment as an upload leaves it: stored, claimed by nobody. */
export async function insertFile(database: TestDatabase, purpose = 'ATTACHMENT'): Promise<string> {
  const id = newId();
  await database.query(
    `insert into stored_file (id, purpose, name, media_type, size, sha256, content)
     values ($1, $2, 'хат.pdf', 'application/pdf', 4, decode(repeat('ab', 32), 'hex'), '\\x25504446')`,
    [id, purpose],
  );
  return id;
}
