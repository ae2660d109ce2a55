import { ClamdScanner, ScannerAway } from '#lib/files';
import type { Settings } from '#lib/settings';
import { Refusal } from '../command-line/refusal.js';
import { rowsOf } from './database-checks.js';

/** Whether something scans what is uploaded; while what is set up does not answer, no upload is shown. */
export async function uploadsScanned({ clamavUrl }: Settings): Promise<string> {
  if (clamavUrl === undefined) return 'CLAMAV_URL is not set: uploads are cleaned and shown unscanned';
  try {
    return await new ClamdScanner(new URL(clamavUrl), 10_000).version();
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    throw new Refusal(`${error.message}; uploads wait and are not shown`);
  }
}

/** Uploads that wait for longer than the queue explains, and those a person should know of. */
export async function uploadsShown(settings: Settings): Promise<string> {
  const [row] = await rowsOf<{ late: number; quarantined: number; hidden: number }>(
    settings,
    `select count(*) filter (where check_state = 'WAITING' and created_at < clock_timestamp() - interval '10 minutes')::int as late,
            count(*) filter (where check_state = 'QUARANTINED')::int as quarantined,
            count(*) filter (where check_state = 'NOT_SHOWN')::int as hidden
       from stored_file where claimed_at is not null and erased_at is null and check_state is not null`,
  );
  const { late, quarantined, hidden } = row ?? { late: 0, quarantined: 0, hidden: 0 };
  const said = `${quarantined} in quarantine, ${hidden} that could not be cleaned`;
  if (late > 0) throw new Refusal(`${late} have waited for more than ten minutes to be looked at; ${said}`);
  return `none waits long; ${said}`;
}
