import { migrate, revertDownTo } from '#lib/database';
import { createTestDatabase, type DiscussionRows, insertDiscussion, type TestDatabase } from '#lib/testing';
import { newId } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

describe('migration 57', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** What a mailbox asked, and has agreed to or not yet. */
  const subscribe = async (target: { discussionId?: string; bodyId?: string }, isConfirmed = true): Promise<string> => {
    const id = newId();
    await database.query(
      `insert into subscription (id, discussion_id, body_id, scope, language, token_hash, address_index, key_id, sealed, expires_at, confirmed_at)
       values ($1, $2, $3, 'ALL', 'kk', case when not $4::boolean then sha256($5::bytea) end, sha256($5::bytea), 'k',
         decode(repeat('00', 40), 'hex'), case when not $4::boolean then now() + interval '1 hour' end, case when $4::boolean then now() end)`,
      [id, target.discussionId ?? null, target.bodyId ?? null, isConfirmed, Buffer.from(id)],
    );
    return id;
  };
  const approve = ({ procedureId }: DiscussionRows, state = 'APPROVED') =>
    database.query('update procedure set state = $2 where id = $1', [procedureId, state]);

  it('deletes what was asked about drafts of which nobody is told that they are approved, and nothing else', async () => {
    await revertDownTo(database.url, 'EachMailboxIsToldOnce');
    const before = [
      await insertDiscussion(database),
      await insertDiscussion(database),
      await insertDiscussion(database),
    ];
    const [untold, told, going] = before as [DiscussionRows, DiscussionRows, DiscussionRows];
    await approve(untold, 'IN_FORCE');
    await approve(told);
    await database.query(
      `insert into subscriber_notice (id, discussion_id, body_id, happening, about) values ($1, $2, $3, 'APPROVED', '')`,
      [newId(), told.discussionId, told.bodyId],
    );
    await subscribe({ discussionId: untold.discussionId });
    await subscribe({ discussionId: untold.discussionId }, false);
    const kept = [
      await subscribe({ discussionId: told.discussionId }),
      await subscribe({ discussionId: going.discussionId }),
      await subscribe({ bodyId: untold.bodyId }),
    ];

    await migrate(database.url);
    const left = () =>
      database.query<{ id: string }>('select id from subscription').then((rows) => rows.map(({ id }) => id).toSorted());
    expect(await left()).toEqual(kept.toSorted());

    await approve(going);
    await revertDownTo(database.url, 'NoAddressAfterAnUntoldApproval');
    await migrate(database.url);
    expect(await left()).toEqual(kept.toSorted());
  });
});
