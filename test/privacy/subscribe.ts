import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { PortalUnderTest } from '../../apps/portal/test/portal-under-test.js';
import type { Scene } from '../../apps/portal/test/scene.js';
import { textOf } from '../../apps/worker/test/mail-text.js';
import { until } from '../../apps/worker/test/until.js';
import { canary } from './canary.js';

interface Subscribing {
  readonly portal: PortalUnderTest;
  readonly scene: Scene;
  /** Where the letters of the worker become files. */
  readonly folder: string;
  readonly isIdle: () => Promise<boolean>;
}

/** The canary's address gets letters about the draft, and about the drafts of its body; one request is never answered. */
export async function subscribe({ portal, scene, folder, isIdle }: Subscribing): Promise<void> {
  const letters = async () => (await readdir(folder)).filter((name) => /^subscription\..*\.eml$/.test(name));
  const [body] = await portal.database.query<{ code: string }>('select code from state_body where id = $1', [
    scene.bodyId,
  ]);
  const pages = [`discussions/${scene.discussionId}`, `bodies/${body?.code}`, `bodies/${body?.code}`];
  for (const page of pages) {
    const known = await letters();
    const payload = new URLSearchParams({ email: canary.email, scope: 'ALL' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await portal.send('POST', `/ru/${page}/letters`, { headers, payload });
    await until(async () => (await letters()).length > known.length && (await isIdle()));
    const name = (await letters()).find((each) => !known.includes(each)) ?? '';
    const mail = textOf(await readFile(join(folder, name), 'utf8'));
    const [, link = ''] = /(\/ru\/subscription-requests\/[\w-]{43})/.exec(mail) ?? [];
    if (known.length === 2) break;
    expect((await portal.send('POST', link)).statusCode).toBe(303);
  }
  expect(await portal.database.query('select from subscription')).toHaveLength(3);
}
