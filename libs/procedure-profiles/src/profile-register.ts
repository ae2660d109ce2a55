import { Database, type Queryable } from '#lib/database';
import { registerProfiles, shippedProfiles } from '#lib/time-limits';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type AddedProfile, standingProfiles } from './domain/added-profile.js';
import { readAddedProfiles } from './persistence/added-profiles.js';

const LOOK_EVERY_MS = 60_000;

/**
 * Tells this process the profiles that were added, in the place of those told before.
 * @returns every one that was ever added, withdrawn ones too
 * @throws RangeError when one cannot be computed with; what was known stays
 */
export const loadProfiles = (q: Queryable): Promise<AddedProfile[]> => readAndTell(q, tellProfiles);

async function readAndTell(q: Queryable, tell: (added: readonly AddedProfile[]) => void): Promise<AddedProfile[]> {
  const added = await readAddedProfiles(q);
  tell(added);
  return added;
}

const tellProfiles = (added: readonly AddedProfile[]): void =>
  registerProfiles(standingProfiles(shippedProfiles, added));

/**
 * Keeps what this process knows of the profiles: loaded before it serves, and looked at every minute. Without them it does not start; a
 * look that fails is logged, and what is known stays.
 */
@Injectable()
export class ProfileRegister implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('ProfileRegister');
  private timer: NodeJS.Timeout | undefined;
  private begun = 0;
  private taken = 0;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      throw new Error(
        `the profiles of the procedure that were added could not be loaded (has \`talqy migrate\` run?): ${reasonOf(error)}`,
        { cause: error },
      );
    }
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * A look that began before another and ends after it has older knowledge, and is not taken over; unless the other failed.
   * @param q the open transaction of the caller, where there is one
   */
  load(q: Queryable = this.database): Promise<AddedProfile[]> {
    const look = ++this.begun;
    return readAndTell(q, (added) => {
      if (look < this.taken) return;
      tellProfiles(added);
      this.taken = look;
    });
  }

  /** Once more; never fails. */
  async look(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.logger.error({ msg: 'the profiles of the procedure were not looked at', error: reasonOf(error) });
    }
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
