import { Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { archive } from './save-ground-template.js';

@Injectable()
export class ArchiveGroundTemplate {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes a template out of use. @throws DomainError `not-found` when it is not the own body's, `not-allowed` */
  execute(id: string, actor: Actor): Promise<void> {
    requireRole(actor, 'officer');
    if (actor.kind !== 'officer') throw new DomainError('not-allowed', 'templates are a body’s own');
    return this.transactions.run((tx) => archive(tx, id, actor.bodyId, this.clock.now()));
  }
}
