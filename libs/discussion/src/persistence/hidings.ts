import { isUniqueViolation, type Transaction } from '#lib/database';
import { NotFound } from '#lib/identity';
import { type Actor, DomainError, isId, newId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { HidingExtent, HidingGround, HidingReason } from '../domain/hiding.js';
import { type HidingState, hidingMayBecome } from '../domain/hiding-lifecycle.js';
import { remarkMayBecome } from '../domain/remark-lifecycle.js';
import type { ModeratedRemark } from './moderated-remarks.js';

export interface StandingHiding {
  readonly id: string;
  readonly revision: number;
  readonly extent: HidingExtent;
  readonly ground: HidingGround;
  readonly state: HidingState;
  readonly needsSecondOfficer: boolean;
  readonly proposedBy: string;
  readonly explanationKk: string;
  readonly explanationRu: string;
}

/** A hiding as it is written down first. */
export interface HidingToPropose extends HidingReason {
  readonly extent: HidingExtent;
  readonly needsSecondOfficer: boolean;
}

const columns = `id, revision, extent, ground, state, needs_second_officer as "needsSecondOfficer", proposed_by as "proposedBy",
  explanation_kk as "explanationKk", explanation_ru as "explanationRu"`;

@Injectable()
export class Hidings {
  /**
   * @returns the id of the proposal
   * @throws DomainError `conflict` when the remark has one that is proposed
   */
  async propose(
    tx: Transaction,
    remark: ModeratedRemark,
    { extent, needsSecondOfficer, ...reason }: HidingToPropose,
    actor: Actor,
  ): Promise<string> {
    const id = newId();
    await tx
      .query(
        `insert into hiding (id, remark_id, revision, ground, explanation_kk, explanation_ru, needs_second_officer, state, proposed_by, extent)
         values ($1, $2, $3, $4, $5, $6, $7, 'PROPOSED', $8, $9)`,
        [
          id,
          remark.id,
          remark.revision,
          reason.ground,
          reason.explanationKk.trim(),
          reason.explanationRu.trim(),
          needsSecondOfficer,
          actorLabel(actor),
          extent,
        ],
      )
      .catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        throw new DomainError('conflict', 'a hiding of this remark is proposed already', { number: remark.number });
      });
    return id;
  }

  /** What is proposed and what is in force, of each extent one at most; the remark is locked, so they stand still. */
  standing(tx: Transaction, remarkId: string): Promise<StandingHiding[]> {
    return tx.query<StandingHiding>(
      `select ${columns} from hiding where remark_id = $1 and state in ('PROPOSED', 'IN_FORCE') order by state desc`,
      [remarkId],
    );
  }

  /** What keeps passages of it from the public now. */
  async redactionInForce(tx: Transaction, remarkId: string): Promise<StandingHiding | undefined> {
    const standing = await this.standing(tx, remarkId);
    return standing.find(({ extent, state }) => extent === 'PASSAGES' && state === 'IN_FORCE');
  }

  /** @throws NotFound also for a hiding of another remark */
  async of(tx: Transaction, remarkId: string, id: string): Promise<StandingHiding> {
    const [hiding] = isId(id)
      ? await tx.query<StandingHiding>(`select ${columns} from hiding where id = $1 and remark_id = $2`, [id, remarkId])
      : [];
    if (!hiding) throw new NotFound('hiding');
    return hiding;
  }

  /** The text, or passages of it, are kept from the public from now on. */
  async putInForce(tx: Transaction, hiding: StandingHiding, remark: ModeratedRemark, actor: Actor): Promise<void> {
    assertStep(hiding, 'IN_FORCE');
    if (!remarkMayBecome(remark.state, 'HIDDEN')) {
      throw new DomainError('wrong-state', 'the remark was withdrawn by its sender', { state: remark.state });
    }
    await tx.query(
      `update hiding set state = 'IN_FORCE', confirmed_by = $2, confirmed_at = clock_timestamp() where id = $1`,
      [hiding.id, actorLabel(actor)],
    );
    if (hiding.extent === 'WHOLE') await tx.query(`update remark set state = 'HIDDEN' where id = $1`, [remark.id]);
  }

  async refuse(tx: Transaction, hiding: StandingHiding, reason: string, actor: Actor): Promise<void> {
    assertStep(hiding, 'REFUSED');
    await tx.query(
      `update hiding set state = 'REFUSED', refused_by = $2, refused_at = clock_timestamp(), refusal_reason = $3 where id = $1`,
      [hiding.id, actorLabel(actor), reason],
    );
  }

  /** What was kept from the public is public again, unless something else hides it. */
  async lift(
    tx: Transaction,
    hiding: StandingHiding,
    remark: ModeratedRemark,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    assertStep(hiding, 'LIFTED');
    await tx.query(
      `update hiding set state = 'LIFTED', lifted_by = $2, lifted_at = clock_timestamp(), lift_reason = $3 where id = $1`,
      [hiding.id, actorLabel(actor), reason],
    );
    if (hiding.extent === 'PASSAGES') return;
    await tx.query(`update remark set state = 'RECEIVED' where id = $1 and state = 'HIDDEN'`, [remark.id]);
  }
}

function assertStep({ id, state }: StandingHiding, to: HidingState): void {
  if (hidingMayBecome(state, to)) return;
  throw new DomainError('wrong-state', `a hiding that is ${state} may not become ${to}`, { hidingId: id, state });
}
