import { countUploads, scannerAt, ScannerAway } from '#lib/files';
import type { Settings } from '#lib/settings';
import { Refusal } from '../command-line/refusal.js';
import { rowsOf } from './database-checks.js';

/** Whether something scans what is uploaded; while what is set up does not answer, no upload is shown. */
export async function uploadsScanned({ clamavUrl }: Settings): Promise<string> {
  if (clamavUrl === undefined) return 'CLAMAV_URL is not set: uploads are cleaned and shown unscanned';
  try {
    return await scannerAt(clamavUrl).version();
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    throw new Refusal(`${error.message}; uploads wait and are not shown`);
  }
}

/** Uploads that wait for longer than the queue explains, and those a person should know of. */
export async function uploadsShown(settings: Settings): Promise<string> {
  const { byState, late } = await countUploads((sql) => rowsOf(settings, sql));
  const said = `${byState.QUARANTINED ?? 0} in quarantine, ${byState.NOT_SHOWN ?? 0} that could not be cleaned`;
  if (late > 0) throw new Refusal(`${late} have waited for more than ten minutes to be looked at; ${said}`);
  return `none waits long; ${said}`;
}
