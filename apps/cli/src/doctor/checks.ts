import type { Settings } from '#lib/settings';
import { assertZoneData } from '#lib/time-limits';
import {
  chainVerified,
  clockOffset,
  databaseVersion,
  liveWorkers,
  noJobParked,
  noMigrationWaits,
  noSecurityAlarm,
} from './database-checks.js';
import { uploadsScanned, uploadsShown } from './file-checks.js';
import { diskHasRoom, mailLeaves, queueAnswers } from './host-checks.js';
import { profilesLoad } from './profile-checks.js';
import { remarksSignable, sendersConfirmable } from './sender-checks.js';
import { signaturesVerifiable } from './signature-checks.js';

export interface Check {
  readonly name: string;
  /** Without it Talqy cannot do its work. */
  readonly isNeeded: boolean;
  /** Resolves with what was found; throws with what is wrong. */
  readonly examine: () => Promise<string>;
}

export function checks(settings: Settings): readonly Check[] {
  const check = (name: string, examine: () => Promise<string>, isNeeded = true): Check => ({ name, isNeeded, examine });
  return [
    check('database', () => databaseVersion(settings)),
    check('migrations', () => noMigrationWaits(settings)),
    check('queue', () => queueAnswers(settings)),
    check('mail', () => mailLeaves(settings)),
    check('signatures', () => signaturesVerifiable(settings)),
    check('scanner', () => uploadsScanned(settings)),
    check('profiles', () => profilesLoad(settings)),
    check('senders', () => sendersConfirmable(settings)),
    check('signed remarks', () => remarksSignable(settings)),
    check('zone data', zoneData),
    check('clock', () => clockOffset(settings)),
    check('disk', () => diskHasRoom(settings)),
    check('uploads', () => uploadsShown(settings), false),
    check('jobs', () => noJobParked(settings), false),
    check('worker', () => liveWorkers(settings), false),
    check('security', () => noSecurityAlarm(settings), false),
    check('ledger', () => chainVerified(settings), false),
  ];
}

async function zoneData(): Promise<string> {
  assertZoneData();
  return `release ${process.versions.tz ?? 'not known'}, knows the change of 1 March 2024`;
}
