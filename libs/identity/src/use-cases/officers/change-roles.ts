import { Transactions } from '#lib/database';
import { type Actor, DomainError, type Role, roles } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { requireOther } from '../../domain/own-account.js';
import { NotFound, requireRole } from '../../domain/rights.js';
import { Officers } from '../../persistence/officers.js';

export interface ChangeRolesInput {
  readonly officerId: string;
  readonly roles: readonly Role[];
}

@Injectable()
export class ChangeRoles {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Gives an official other roles; their sessions end at once.
   * @throws NotAllowed unless another administrator acts; NotFound; DomainError `invalid-input` without a role that exists
   */
  async execute({ officerId, roles: wanted }: ChangeRolesInput, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    requireOther(actor, officerId);
    const given = roles.filter((role) => wanted.includes(role));
    if (given.length === 0 || wanted.some((role) => !roles.includes(role)))
      throw new DomainError('invalid-input', 'an official has one role at least', {
        faults: [{ field: 'roles', fault: given.length === 0 ? 'missing' : 'unknown' }],
      });
    await this.transactions.run(async (tx) => {
      const before = await this.officers.lockedRecord(tx, officerId);
      if (!before) throw new NotFound('official');
      if (roles.filter((role) => before.roles.includes(role)).join() === given.join()) return;
      await this.officers.setRoles(tx, officerId, given);
      const data = { before: before.roles, after: given };
      await this.ledger.record(tx, {
        actor,
        act: 'officer.roles-changed',
        subject: { kind: 'officer', id: officerId },
        data,
      });
    });
  }
}
