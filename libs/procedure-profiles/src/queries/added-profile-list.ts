import { Database } from '#lib/database';
import { CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { AddedProfile } from '../domain/added-profile.js';
import { withdrawalRefusal } from '../domain/withdrawal.js';
import { readAddedProfiles } from '../persistence/added-profiles.js';

/** One that stands, and whether it can still be taken back. */
export interface ListedProfile extends AddedProfile {
  readonly mayBeWithdrawn: boolean;
}

/** The profiles that were added to this installation; those withdrawn are left out. */
@Injectable()
export class AddedProfileList {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<ListedProfile[]> {
    const ever = await readAddedProfiles(this.database);
    const now = this.clock.now();
    return ever
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((each) => ({ ...each, mayBeWithdrawn: withdrawalRefusal(each, ever, now) === undefined }));
  }
}
