import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { launchBrowser } from './visitor.js';

export interface BrowserBed {
  readonly portal: PortalUnderTest;
  readonly browser: Browser;
  /** Address of the portal, without a slash at its end. */
  readonly base: string;
}

/**
 * A portal and a browser for the tests of one file, there from its `beforeAll` on.
 * @param prepare what a file needs besides, once both are there
 * @param env settings of the portal besides the usual
 */
export function browserBed(
  prepare: (bed: BrowserBed) => Promise<unknown> = () => Promise.resolve(),
  env: Record<string, string> = {},
): BrowserBed {
  const bed: { -readonly [Part in keyof BrowserBed]?: BrowserBed[Part] } = {};
  /** A journey of many pages, each looked at by axe, on a busy machine. */
  jest.setTimeout(180_000);
  beforeAll(async () => {
    [bed.portal, bed.browser] = await Promise.all([startPortal({ env }), launchBrowser()]);
    bed.base = await bed.portal.listen();
    await prepare(bed as BrowserBed);
  }, 90_000);
  afterAll(async () => {
    await bed.browser?.close();
    await bed.portal?.stop();
  });
  return bed as BrowserBed;
}
