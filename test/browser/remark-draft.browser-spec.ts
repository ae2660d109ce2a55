import { beforeEach, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { png } from '../../apps/portal/test/multipart-form.js';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed();
beforeEach(async () => {
  scene = await openScene(bed.portal);
}, 60_000);

const phone = { viewport: { width: 320, height: 640 } };
const t = translator('kk');
const next = t('steps.next');
const form = () => `/kk/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`;
/** Everything this browser keeps of the site. */
const kept = (visitor: Visitor) => visitor.page.evaluate('JSON.stringify(localStorage)') as Promise<string>;

async function writer(): Promise<Visitor> {
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: 'kk', ...phone });
  await visitor.open(form());
  return visitor;
}

async function toWords(visitor: Visitor, text: string): Promise<void> {
  await visitor.press(next);
  await visitor.choose(t('remark.kind.proposal'));
  await visitor.fill(t('remark.text'), text);
}

describe('a remark that is being written', () => {
  it('is kept on the device, which is said, without who writes it; offered again; gone once it is sent', async () => {
    const visitor = await writer();
    expect(await kept(visitor)).toBe('{}');
    await toWords(visitor, 'Жазылып жатқан ескерту');
    await visitor.page.getByText(t('kept.line')).waitFor();
    await visitor.page.goto('about:blank');
    await visitor.open(form());
    await visitor.page.getByText(t('kept.restore')).waitFor();
    await visitor.isAt(t('remark.anchors'));
    await visitor.press(t('kept.restore'));
    await visitor.page.waitForURL(/\/words$/);
    await visitor.isAt(t('steps.words'));
    expect(await visitor.page.getByLabel(t('remark.text')).inputValue()).toBe('Жазылып жатқан ескерту');
    await visitor.open(form());
    await writeRemark(visitor, 'kk', 'Басқа ескерту');
    expect(await kept(visitor)).toContain('Басқа ескерту');
    expect(await kept(visitor)).not.toMatch(/Құпия|secret\.example/);
    await visitor.press(t('remark.submit'));
    await visitor.page.waitForURL(/\/receipt$/);
    await visitor.isAt(t('receipt.title'));
    await visitor.page.waitForFunction('localStorage.length === 0');
    await visitor.leave();
  });

  it('survives a lost connection: what could not be sent is offered, and is sent once', async () => {
    const visitor = await writer();
    await writeRemark(visitor, 'kk', 'Байланыс үзілді');
    await visitor.page.context().setOffline(true);
    await visitor.press(t('remark.submit')).catch(() => undefined);
    await visitor.page.context().setOffline(false);
    const page = await visitor.page.context().newPage();
    await visitor.page.close();
    await page.goto(bed.base + form());
    await page.getByText(t('kept.restore')).click();
    await page.waitForURL(/\/sender$/);
    expect(await page.locator('input[name=text]').inputValue()).toBe('Байланыс үзілді');
    await page.context().close();
  });

  it('is deleted from the device by a button, and not kept after that', async () => {
    const visitor = await writer();
    await toWords(visitor, 'Ортақ құрылғыда');
    await visitor.page.getByText(t('kept.line')).waitFor();
    await visitor.press(t('kept.delete'));
    expect(await visitor.text()).toContain(t('kept.deleted'));
    await visitor.isAt(t('steps.words'));
    await visitor.fill(t('remark.text'), 'Ортақ құрылғыда тағы');
    await visitor.press(next);
    await visitor.isAt(t('remark.attachments'));
    expect(await kept(visitor)).toBe('{}');
    await visitor.leave();
  });
});

describe('files', () => {
  const picture = { name: 'хат.png', mimeType: 'image/png', buffer: png };
  const wrong = { name: 'хат.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf') };

  it('go as they are chosen or dropped, said aloud, refused by name; what does not arrive goes with the page', async () => {
    const visitor = await writer();
    await toWords(visitor, 'Файлдармен');
    await visitor.press(next);
    await visitor.page.setInputFiles('#files', [picture, wrong]);
    await visitor.page.getByLabel('хат.png', { exact: true }).waitFor();
    await visitor.page.locator('.govuk-error-message', { hasText: 'хат.pdf' }).waitFor();
    expect(await visitor.page.locator('[data-uploads] [role=status]').innerText()).toContain('хат.pdf');
    await visitor.isAt(t('remark.attachments'));
    const files = await visitor.page.evaluateHandle(
      `(() => { const t = new DataTransfer(); t.items.add(new File([Uint8Array.from(atob('${png.toString('base64')}'), (c) => c.charCodeAt(0))], 'сүйрелген.png')); return t; })()`,
    );
    await visitor.page.dispatchEvent('[data-uploads]', 'drop', { dataTransfer: files });
    await visitor.page.getByLabel('сүйрелген.png', { exact: true }).waitFor();
    await visitor.page.route('**/remark-uploads', (route) => route.fulfill({ status: 408 }));
    await visitor.page.setInputFiles('#files', [{ ...picture, name: 'кейін.png' }]);
    await visitor.page.locator('.govuk-error-message', { hasText: 'кейін.png' }).waitFor();
    await visitor.press(next);
    await visitor.isAt(t('remark.author'));
    expect(await visitor.page.locator('input[name=kept]').count()).toBe(3);
    await visitor.leave();
  });

  it('that did not arrive stay when others are chosen or dropped after them, and go again when they are given again', async () => {
    const visitor = await writer();
    await toWords(visitor, 'Файлдармен');
    await visitor.press(next);
    const { page } = visitor;
    const failed = (name: string) => page.locator('.govuk-error-message', { hasText: name });
    const names = () => page.evaluate(`[...document.getElementById('files').files].map(({ name }) => name)`);
    await page.route('**/remark-uploads', (route) => route.fulfill({ status: 408 }));
    await page.setInputFiles('#files', [{ ...picture, name: 'бірінші.png' }]);
    await failed('бірінші.png').waitFor();
    await page.setInputFiles('#files', [{ ...picture, name: 'екінші.png' }]);
    await failed('екінші.png').waitFor();
    const dropped = await page.evaluateHandle(
      `(() => { const t = new DataTransfer(); t.items.add(new File([Uint8Array.from(atob('${png.toString('base64')}'), (c) => c.charCodeAt(0))], 'үшінші.png')); return t; })()`,
    );
    await page.dispatchEvent('[data-uploads]', 'drop', { dataTransfer: dropped });
    await failed('үшінші.png').waitFor();
    expect(await names()).toEqual(['бірінші.png', 'екінші.png', 'үшінші.png']);
    await page.unroute('**/remark-uploads');
    await page.dispatchEvent('[data-uploads]', 'drop', { dataTransfer: dropped });
    await page.getByRole('checkbox', { name: 'үшінші.png' }).waitFor();
    expect(await names()).toEqual(['бірінші.png', 'екінші.png']);
    expect(await failed('үшінші.png').count()).toBe(0);
    await visitor.press(next);
    await visitor.isAt(t('remark.author'));
    expect(await page.locator('input[name=kept]').count()).toBe(3);
    await visitor.leave();
  });
});
