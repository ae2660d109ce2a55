import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

/** What the browser keeps of drafts. */
export const kept = async (context: BrowserContext): Promise<string[]> =>
  (await context.storageState()).origins.flatMap(({ localStorage }) => localStorage.map(({ value }) => value));

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await isSo()) return;
    await wait(100);
  }
  throw new Error('it did not come to be so within five seconds');
}
