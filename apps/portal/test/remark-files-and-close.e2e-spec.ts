import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { back, next, openForm, send, sender, t, words } from './remark-pages.js';
import { endTerm, openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const open = (at = scene) => openForm(portal, at);

describe('files of a remark', () => {
  const file = (fileName: string, content: string | Buffer = png) => ({ name: 'files', fileName, content });

  it('are taken on their page, travel with it, and are left out when unticked', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    await writer.press(back, {}, [file('хат.png'), file('сурет.png')]);
    await writer.press(next);
    const kept = writer.fields.get('kept') ?? [];
    expect(kept).toHaveLength(2);
    expect(writer.page.body).toContain('хат.png');
    await writer.press(next, { kept: kept.slice(0, 1) });
    await writer.press(next, sender);
    await writer.press(next);
    expect([writer.page.body.includes('сурет.png'), writer.fields.get('kept')]).toEqual([false, kept.slice(0, 1)]);
    const { headers } = await writer.press(send);
    const [row] = await portal.database.query(
      'select count(*)::int as n from remark_attachment a join remark r on r.id = a.remark_id where r.number = $1',
      [String(headers.location).split('/')[3]],
    );
    expect(row).toEqual({ n: 1 });
  });

  it('that are not taken are named on that page, whichever way it is left', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    for (const button of [next, back]) {
      const answer = await writer.press(button, {}, [file('хат.pdf', 'MZ no pdf'), file('сурет.png')]);
      expect([answer.statusCode, writer.heading]).toEqual([422, t('remark.attachments')]);
      expect(answer.body).toMatch(/href="#files"[\s\S]*хат\.pdf/);
    }
    expect(writer.fields.get('kept')).toHaveLength(2);
    const many = Array.from({ length: 9 }, (_, index) => file(`${index}.png`));
    expect((await writer.press(next, {}, many)).statusCode).toBe(422);
    expect(writer.page.body).toContain(t('form.too-many-files', { count: 10 }));
    await writer.press(next, { kept: (writer.fields.get('kept') ?? []).slice(0, 10) });
    expect(writer.heading).toBe(t('remark.author'));
  });
});

describe('the close (R8.4)', () => {
  it('is said on every page when it is near, and the last page decides', async () => {
    const closing = await openScene(portal);
    const closeAt = (when: string) =>
      portal.database.query(`update discussion set close_at = clock_timestamp() + $2::interval where id = $1`, [
        closing.discussionId,
        when,
      ]);
    await closeAt('2 hours');
    const writer = await open(closing);
    expect(writer.page.body).not.toContain(t('steps.hurry'));
    await closeAt('59 minutes');
    await writer.press(next);
    expect(writer.page.body).toMatch(/58 minutes/);
    expect(writer.page.body).toContain(t('steps.hurry'));
    await endTerm(portal, closing);
    await writer.press(next, words);
    expect([writer.heading, writer.page.body]).toEqual([
      t('remark.attachments'),
      expect.stringContaining(t('steps.over')),
    ]);
    await writer.press(next);
    await writer.press(next, sender);
    await writer.press(next);
    const late = await writer.press(send);
    expect([late.statusCode, writer.heading]).toEqual([409, t('late.title')]);
  });
});
