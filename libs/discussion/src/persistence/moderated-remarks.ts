import type { Transaction } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { NotFound, requireOwnBody } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isOpenToModeration } from '../domain/hiding-lifecycle.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import type { RemarkState } from '../domain/remark-lifecycle.js';
import { lockTogether } from './locked-discussion.js';

/** A remark in a moderator's hands: locked, with its discussion held still. */
export interface ModeratedRemark {
  readonly id: string;
  readonly number: string;
  readonly discussionId: string;
  readonly profileId: string;
  readonly state: RemarkState;
  readonly revision: number;
  readonly isErased: boolean;
}

@Injectable()
export class ModeratedRemarks {
  constructor(private readonly procedures: Procedures) {}

  /**
   * @param number as people copy it
   * @throws NotFound, the same for another body's; DomainError `wrong-state` once the report is signed or the draft withdrawn
   */
  async lock(tx: Transaction, number: string, actor: Actor): Promise<ModeratedRemark> {
    const named = await this.named(tx, number);
    const { procedureId, profileId } = await lockTogether(tx, named.discussionId);
    const { developerId, state } = await this.procedures.byId(tx, procedureId);
    requireOwnBody(actor, developerId, 'remark');
    if (!isOpenToModeration(state)) {
      throw new DomainError('wrong-state', 'the report on this discussion is signed, or the draft is withdrawn', {
        state,
      });
    }
    const [remark] = await tx.query<Omit<ModeratedRemark, 'profileId'>>(
      'select id, number, discussion_id as "discussionId", state, revision, erased_at is not null as "isErased" from remark where id = $1 for update',
      [named.id],
    );
    if (!remark) throw new NotFound('remark');
    return { ...remark, profileId };
  }

  private async named(tx: Transaction, text: string): Promise<{ id: string; discussionId: string }> {
    const number = readRemarkNumber(text);
    const [remark] = number
      ? await tx.query<{ id: string; discussionId: string }>(
          'select id, discussion_id as "discussionId" from remark where number = $1',
          [number],
        )
      : [];
    if (!remark) throw new NotFound('remark');
    return remark;
  }
}
