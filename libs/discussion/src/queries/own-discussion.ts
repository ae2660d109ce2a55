import type { Queryable } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';

/** @throws DomainError `not-found` unless the actor is an official of the body that develops the discussed draft */
export async function assertOwnDiscussion(database: Queryable, discussionId: string, actor: Actor): Promise<void> {
  const [row] =
    actor.kind === 'officer' && isId(discussionId)
      ? await database.query(
          `select from discussion s join procedure p on p.id = s.procedure_id where s.id = $1 and p.developer_id = $2`,
          [discussionId, actor.bodyId],
        )
      : [];
  if (!row) throw new DomainError('not-found', 'there is no such discussion', { discussionId });
}
