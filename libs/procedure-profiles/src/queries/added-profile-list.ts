import { CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { AddedProfile } from '../domain/added-profile.js';
import { withdrawalRefusal } from '../domain/withdrawal.js';
import { ProfileRegister } from '../profile-register.js';

/** One that stands, and whether it can still be taken back. */
export interface ListedProfile extends AddedProfile {
  readonly mayBeWithdrawn: boolean;
}

/** The profiles that were added to this installation; those withdrawn are left out. This process knows them from then on. */
@Injectable()
export class AddedProfileList {
  constructor(
    private readonly register: ProfileRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<ListedProfile[]> {
    const ever = await this.register.load();
    const now = this.clock.now();
    return ever
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((each) => ({ ...each, mayBeWithdrawn: withdrawalRefusal(each, ever, now) === undefined }));
  }
}
