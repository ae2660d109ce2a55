import { type Transaction, Transactions } from '#lib/database';
import { NotFound, requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { ProfileStays } from '../domain/refusals.js';
import { withdrawalRefusal } from '../domain/withdrawal.js';
import { AddedProfiles } from '../persistence/added-profiles.js';
import { ProfileRegister } from '../profile-register.js';

/** Takes back a profile that has not begun: the way to mend a mistake in one (REQ-120). */
@Injectable()
export class WithdrawProcedureProfile {
  constructor(
    private readonly transactions: Transactions,
    private readonly profiles: AddedProfiles,
    private readonly register: ProfileRegister,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The version before it is in force on; its id is not given again.
   * @throws NotAllowed unless an administrator or the system acts
   * @throws NotFound when no such profile was added; ProfileStays when it has begun, was withdrawn, or is the base of another
   */
  async execute(id: string, actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.within(tx, id, actor));
    await this.register.look();
  }

  async within(tx: Transaction, id: string, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    await this.profiles.lock(tx);
    const ever = await this.register.load(tx);
    const profile = ever.find((each) => each.id === id);
    if (!profile) throw new NotFound('profile that was added');
    const refusal = withdrawalRefusal(profile, ever, this.clock.now());
    if (refusal) throw new ProfileStays(refusal);
    await this.profiles.withdraw(tx, id, actorLabel(actor));
    const { uid, family, validFrom } = profile;
    await this.ledger.record(tx, {
      actor,
      act: 'profile.withdrawn',
      subject: { kind: 'profile', id: uid },
      data: { profileId: id, family, validFrom },
    });
  }
}
