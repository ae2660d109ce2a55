import { Database, Transactions } from '#lib/database';
import { CheckFile, scannerAt, SealedOriginals } from '#lib/files';
import { testSeal } from '#lib/testing';
import type { PortalUnderTest } from './portal-under-test.js';

/** What a worker does with what was uploaded until now, with the scanner at `scannerUrl` or with none. */
export async function checkFiles(portal: PortalUnderTest, scannerUrl?: string): Promise<void> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    portal.app.get(token as never, { strict: false });
  const check = new CheckFile(get(Database), get(Transactions), new SealedOriginals(testSeal()), scannerAt(scannerUrl));
  const rows = await portal.database.query<{ id: string }>('select id from stored_file where check_state is not null');
  for (const { id } of rows) await check.execute(id);
}
