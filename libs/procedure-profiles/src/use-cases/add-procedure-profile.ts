import { createHash } from 'node:crypto';
import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, canonicalJson, CLOCK, type Clock, newId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { assertCoherent, isZone, knownProfiles, type ProcedureProfile, profileById } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import { isStanding } from '../domain/added-profile.js';
import { changedRules } from '../domain/changed-rules.js';
import { firstDayToSet } from '../domain/first-day.js';
import { profileFaults } from '../domain/profile-check.js';
import type { ProfileFault } from '../domain/profile-fault.js';
import { builtProfile, type NewProfile } from '../domain/profile-rules.js';
import { ProfileRefused } from '../domain/refusals.js';
import { AddedProfiles } from '../persistence/added-profiles.js';
import { ProfileRegister } from '../profile-register.js';

/** What a profile to be would say, and everything that keeps it from being added. */
export interface ProfileTrial {
  readonly profile: ProcedureProfile;
  readonly faults: readonly ProfileFault[];
}

/** Its days are those of its own zone, where it names one that there is. */
const zoneOf = ({ rules: { closing } }: NewProfile, base: ProcedureProfile): string =>
  isZone(closing.zone) ? closing.zone : base.closing.zone;

/** Rules without a release (REQ-120): a new version of a kind of discussion, or a kind of its own, from a day to come on. */
@Injectable()
export class AddProcedureProfile {
  constructor(
    private readonly transactions: Transactions,
    private readonly profiles: AddedProfiles,
    private readonly register: ProfileRegister,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Adds it for good, and ends the version in force the day before it begins; this process knows it at once, every other within a minute.
   * @throws NotAllowed unless an administrator or the system acts
   * @throws ProfileRefused naming every fault; DomainError `not-found` for an unknown base
   */
  async execute(added: NewProfile, actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.within(tx, added, actor));
    await this.register.look();
  }

  async within(tx: Transaction, added: NewProfile, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    await this.profiles.lock(tx);
    const { profile, faults } = await this.tryOut(added, tx);
    if (faults.length > 0) throw new ProfileRefused(faults);
    // What every start computes with must be sound, whatever the check of the form forgot.
    assertCoherent(profile);
    const { id, family, basedOn, validFrom } = added;
    const uid = newId();
    await this.profiles.add(tx, uid, added, actorLabel(actor));
    await this.ledger.record(tx, {
      actor,
      act: 'profile.added',
      subject: { kind: 'profile', id: uid },
      data: {
        profileId: id,
        family,
        basedOn,
        validFrom,
        changed: changedRules(profileById(basedOn), profile),
        sha256: createHash('sha256').update(canonicalJson(added), 'utf8').digest('hex'),
      },
    });
  }

  /**
   * What it would say, without adding it.
   * @throws DomainError `not-found` for an unknown base
   */
  async tryOut(added: NewProfile, tx?: Transaction): Promise<ProfileTrial> {
    const ever = await this.register.load(tx);
    const base = profileById(added.basedOn);
    const faults = profileFaults(added, {
      base,
      known: knownProfiles(),
      withdrawnIds: ever.filter((each) => !isStanding(each)).map(({ id }) => id),
      firstDay: firstDayToSet(this.clock.now(), zoneOf(added, base)),
    });
    return { profile: builtProfile(base, added), faults };
  }
}
