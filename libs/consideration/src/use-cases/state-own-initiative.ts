import { type Transaction, Transactions } from '#lib/database';
import { lockDiscussion } from '#lib/discussion';
import { changedClauses } from '#lib/drafting';
import { type Actor, CLOCK, type Clock, DomainError, isId, newId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { assertDecidable } from '../domain/decidable.js';
import { OwnInitiativeRefused } from '../domain/errors.js';
import { type OwnInitiative, ownInitiativeFaults } from '../domain/own-initiative.js';
import { sha256 } from '../decision-entry.js';
import { revisionOf } from '../queries/revision.js';

export interface StateOwnInitiativeInput extends OwnInitiative {
  readonly discussionId: string;
  /** Lineage id of a clause that the revised draft changed, added or left out. */
  readonly clause: string;
}

@Injectable()
export class StateOwnInitiative {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Says why a clause was changed that no accepted point asked for, and whether the change is editorial (AMB-14, REQ-76). A later
   * statement on the same clause supersedes the one before.
   * @throws DomainError `not-found` (also another body's), `not-allowed`, `wrong-state` before the close or when the clause is
   *   not changed, `report-frozen`, `invalid-input`
   */
  execute(input: StateOwnInitiativeInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: StateOwnInitiativeInput, actor: Actor): Promise<void> {
    const { discussionId, clause, nature } = input;
    if (isId(discussionId)) await lockDiscussion(tx, discussionId, 'shared');
    const revision = await revisionOf(tx, discussionId, actor);
    if (actor.kind === 'officer' && !actor.roles.includes('officer')) {
      throw new DomainError('not-allowed', 'an officer explains a change');
    }
    assertDecidable(revision, { discussionId });
    const [reasonKk, reasonRu] = [input.reasonKk.trim(), input.reasonRu.trim()];
    const least = profileById(revision.profileId).decisions.minimumGroundLength;
    const faults = ownInitiativeFaults({ nature, reasonKk, reasonRu }, least);
    if (faults.length > 0) throw new OwnInitiativeRefused(faults);
    const changes = await changedClauses(tx, revision.discussedId, revision.revisedId);
    if (!changes.some(({ lineageId }) => lineageId === clause)) {
      throw new DomainError('wrong-state', 'this clause is not changed by the revised draft', { clause });
    }
    await this.store(tx, { ...input, reasonKk, reasonRu }, actor);
    const data = { clause, nature, reasonSha256: sha256(reasonKk, reasonRu) };
    await this.ledger.record(tx, {
      actor,
      act: 'change.own-initiative',
      subject: { kind: 'discussion', id: discussionId },
      data,
    });
  }

  private async store(tx: Transaction, input: StateOwnInitiativeInput, actor: Actor): Promise<void> {
    const { discussionId, clause, nature, reasonKk, reasonRu } = input;
    const at = this.clock.now();
    await tx.query(
      'update own_initiative set superseded_at = $3 where discussion_id = $1 and clause = $2 and superseded_at is null',
      [discussionId, clause, at],
    );
    await tx.query(
      `insert into own_initiative (id, discussion_id, clause, version, nature, reason_kk, reason_ru, stated_by, stated_at)
       values ($1, $2, $3, (select coalesce(max(version), 0) + 1 from own_initiative where discussion_id = $2 and clause = $3),
               $4, $5, $6, $7, $8)`,
      [newId(), discussionId, clause, nature, reasonKk, reasonRu, actorLabel(actor), at],
    );
  }
}
