import { isUniqueViolation, type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, DomainError, isId, newId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { knownProfiles } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { type GroundTemplate, groundTemplateFaults } from '../domain/ground-template.js';

export interface SaveGroundTemplateInput extends GroundTemplate {
  /** The template that this one takes the place of; a new one when absent. */
  readonly id?: string;
}

@Injectable()
export class SaveGroundTemplate {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps a ground to start from for the officers of the body; a changed one takes the place of the old, decisions made from it
   * stay as they are.
   * @returns its id
   * @throws DomainError `invalid-input` with `details.faults` (a template without a blank is a stock answer, REQ-53), `conflict`
   *   when the name is taken, `not-found` when the old one is not the body's, `not-allowed`
   */
  execute(input: SaveGroundTemplateInput, actor: Actor): Promise<string> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { id: old, ...typed }: SaveGroundTemplateInput, actor: Actor): Promise<string> {
    requireRole(actor, 'officer');
    if (actor.kind !== 'officer') throw new DomainError('not-allowed', 'templates are a body’s own');
    const reasons = knownProfiles().flatMap(({ decisions }) => decisions.reasons);
    const faults = groundTemplateFaults(typed, reasons);
    if (faults.length > 0) throw new DomainError('invalid-input', 'the template cannot be kept so', { faults });
    const at = this.clock.now();
    if (old !== undefined) await archive(tx, old, actor.bodyId, at);
    const id = newId();
    const { name, reasonCode, groundKk, groundRu } = typed;
    await tx
      .query(
        `insert into ground_template (id, body_id, name, reason_code, ground_kk, ground_ru, saved_by, saved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, actor.bodyId, name.trim(), reasonCode, groundKk.trim(), groundRu.trim(), actorLabel(actor), at],
      )
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) throw new DomainError('conflict', 'a template has this name', { field: 'name' });
        throw error;
      });
    return id;
  }
}

/** @throws DomainError `not-found` when the body has no such template in use */
export async function archive(tx: Transaction, id: string, bodyId: string, at: string): Promise<void> {
  const gone = isId(id)
    ? await tx.query<{ id: string }>(
        'update ground_template set archived_at = $3 where id = $1 and body_id = $2 and archived_at is null returning id',
        [id, bodyId, at],
      )
    : [];
  if (gone.length === 0) throw new DomainError('not-found', 'there is no such template');
}
