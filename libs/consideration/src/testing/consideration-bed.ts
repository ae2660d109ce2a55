import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { DomainError } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { officerOf, startTestBed, type TestBed, type TestDatabase, testKeyFile } from '#lib/testing';
import { ConsiderationModule } from '../consideration.module.js';

/** The lib over a database of its own, on 5 July 2016: the discussions of `insertDiscussion` are closed. */
export const startConsiderationBed = (): Promise<TestBed> => {
  const discussion = DiscussionModule.forRoot({ receiptSecret: 'a key for tests', keyFile: testKeyFile() });
  return startTestBed({
    imports: [ConsiderationModule, discussion, LedgerModule, JobsModule],
    now: '2016-07-05T06:00:00Z',
  });
};

/** An officer with an account, for acts that are kept under the officer's id. */
export async function officerWithAccount(database: TestDatabase, bodyId: string, name = 'Айжан') {
  const officer = { ...officerOf(bodyId), name };
  await database.query(
    `insert into officer (id, email, name, password_hash, body_id, roles) values ($1, $2, $3, 'x', $4, $5)`,
    [officer.id, `${officer.id}@ministry.example`, name, bodyId, officer.roles],
  );
  return officer;
}

export const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
} as const;
export const acceptance = { ...refusal, outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED' } as const;

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

/** Asks again and again until it is so. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) if (await condition()) return;
  throw new Error('waited in vain');
}

/** Resolves once somebody waits for a lock. */
export const untilOneWaits = (database: TestDatabase): Promise<void> =>
  until(async () => (await database.query('select from pg_locks where not granted')).length > 0);
