import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { insertDiscussion, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { DiscussionById } from './discussion-by-id.js';
import { LetterAboutDraft } from './letter-about-draft.js';

let bed: TestBed;

beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const database = () => bed.get(Database);
const move = (procedureId: string, state: string) =>
  database().query('update procedure set state = $2 where id = $1', [procedureId, state]);
const approvedAt = async (procedureId: string) =>
  (
    await database().query<{ at: Instant | null }>('select approved_at as at from procedure where id = $1', [
      procedureId,
    ])
  )[0]?.at;

describe('what a letter says of a draft', () => {
  it.each([
    ['-1 day', '1 day', true],
    ['-1 day', null, true],
    ['1 hour', '1 day', false],
    ['-2 days', '-1 second', false],
  ])('agrees with its page on whether remarks are taken: opened %s, closes %s from now', async (open, close, taken) => {
    const { discussionId } = await insertDiscussion(bed.database, { state: 'OPEN' });
    await bed.database.query('alter table discussion disable trigger user');
    await bed.database.query(
      `update discussion set open_at = clock_timestamp() + $2::interval, close_at = clock_timestamp() + $3::interval where id = $1`,
      [discussionId, open, close],
    );
    await bed.database.query('alter table discussion enable trigger user');
    const facts = await bed.get(LetterAboutDraft).facts(database(), discussionId);
    expect([facts?.isTakingRemarks, (await bed.get(DiscussionById).execute(discussionId)).isTakingRemarks]).toEqual([
      taken,
      taken,
    ]);
  });
});

describe('drafts of whose approval is to be told (R9)', () => {
  const untold = () => bed.get(LetterAboutDraft).approvedUntold(database());
  beforeEach(() => database().query(`update procedure set state = 'WITHDRAWN'`));

  it('are those that were approved, with the instant of it, which stays whatever follows', async () => {
    const { procedureId, discussionId, bodyId } = await insertDiscussion(bed.database);
    expect(await untold()).toEqual([]);
    await move(procedureId, 'APPROVED');
    const at = await approvedAt(procedureId);
    expect(await untold()).toEqual([{ discussionId, developerId: bodyId, approvedAt: at }]);
    await database().query('update procedure set approved_at = null');
    await move(procedureId, 'IN_FORCE');
    expect([await approvedAt(procedureId), typeof at]).toEqual([at, 'string']);
  });

  it('are not those that were approved before it was noted when', async () => {
    const { procedureId } = await insertDiscussion(bed.database);
    await bed.database.query('alter table procedure disable trigger procedure_is_approved_at');
    await move(procedureId, 'APPROVED');
    await bed.database.query('alter table procedure enable trigger procedure_is_approved_at');
    await move(procedureId, 'IN_FORCE');
    expect([await untold(), await approvedAt(procedureId)]).toEqual([[], null]);
  });
});
