import { describe, expect, it } from '@jest/globals';
import { type Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { BrowserContextOptions } from 'playwright-core';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(
  async ({ portal }) => {
    scene = await openScene(portal);
  },
  { RATE_LIMITS: 'remark:1', LEAST_WAIT_SECONDS: '1', PROOF_COST: '10' },
);

/** Fills the form and sends it, from an address that has sent too many. */
async function send(language: Language, options: BrowserContextOptions): Promise<Visitor> {
  const t = translator(language);
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: language, ...options });
  await visitor.open(`/${language}/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
  await writeRemark(visitor, language, 'Мерзім тым ұзақ.');
  await visitor.press(t('remark.submit'));
  return visitor;
}

describe('a sender who has to wait (REQ-47)', () => {
  it('does nothing where scripts run: the proof is found under our policy, and the remark goes by itself', async () => {
    await (await send('kk', { viewport: { width: 1280, height: 900 } })).leave(); // the one that is free
    const visitor = await send('kk', { viewport: { width: 1280, height: 900 } });
    await visitor.page.waitForURL(/\/receipt$/, { timeout: 60_000 });
    await visitor.isAt(translator('kk')('receipt.title'));
    await visitor.leave();
  });

  it.each(['ru', 'kk'] as const)(
    'presses a button after the wait where none run, on a phone, in %s',
    async (language) => {
      const t = translator(language);
      const visitor = await send(language, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
      await visitor.isAt(t('held.title'));
      expect(await visitor.text()).toMatch(/UTC\+5/);
      await bed.portal.database.query('select pg_sleep(4)');
      await visitor.press(t('held.send'));
      await visitor.isAt(t('receipt.title'));
      await visitor.leave();
    },
  );
});
