import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import type { BrowserContextOptions } from 'playwright-core';
import { openScene, type Scene } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { changeOf, nameSender, writeRemark } from './remark-journey.js';
import { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
});

/** What a field of a form is called by. */
interface Labelled {
  readonly textContent: string | null;
  readonly labels?: Iterable<{ readonly textContent: string | null }> | null;
}

const phone = { viewport: { width: 320, height: 640 } };
const t = translator('kk');
const next = t('steps.next');

async function open(options: BrowserContextOptions = phone): Promise<Visitor> {
  const visitor = await Visitor.arrive(bed.browser, bed.base, { locale: 'kk', ...options });
  await visitor.open(`/kk/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
  return visitor;
}

const remarks = () => bed.portal.database.query('select from remark').then(({ length }) => length);

describe('a remark written on a phone in kk', () => {
  it.each([
    ['with scripts', phone],
    ['without', { ...phone, javaScriptEnabled: false }],
  ] as const)('%s: is asked page by page, mended, changed, gone back from, and sent once', async (_, options) => {
    const visitor = await open(options);
    await visitor.press(next);
    await visitor.press(next);
    await visitor.isAt(t('steps.words'));
    expect(await visitor.text()).toContain(t('form.text-missing'));
    await visitor.choose(t('remark.kind.proposal'));
    await visitor.fill(t('remark.text'), 'Мерзім тым ұзақ.');
    await visitor.press(next);
    await visitor.isAt(t('remark.attachments'));
    await visitor.press(t('steps.back'));
    await visitor.isAt(t('steps.words'));
    expect(await visitor.page.getByLabel(t('remark.text')).inputValue()).toBe('Мерзім тым ұзақ.');
    await visitor.press(next);
    await visitor.page.goBack();
    await visitor.isAt(t('steps.words'));
    expect(await visitor.page.getByLabel(t('remark.text')).inputValue()).toBe('Мерзім тым ұзақ.');
    await visitor.press(next);
    await visitor.press(next);
    await nameSender(visitor, 'kk');
    await visitor.press(next);
    await visitor.press(next);
    await visitor.isAt(t('steps.check'));
    await visitor.press(changeOf('kk', t('steps.words')));
    await visitor.fill(t('remark.text'), 'Мерзім өте ұзақ.');
    await visitor.press(next);
    await visitor.isAt(t('steps.check'));
    const before = await remarks();
    await visitor.page.getByRole('button', { name: t('remark.submit'), exact: true }).dblclick();
    await visitor.page.waitForURL(/\/receipt$/);
    await visitor.isAt(t('receipt.title'));
    await visitor.page.goBack();
    await visitor.isAt(t('steps.check'));
    await visitor.press(t('remark.submit'));
    await visitor.isAt(t('receipt.title'));
    expect(await remarks()).toBe(before + 1);
    await visitor.leave();
  });

  it('by keyboard alone', async () => {
    const visitor = await open();
    const { keyboard } = visitor.page;
    const focusOn = async (label: string) => {
      await visitor.page.getByLabel(label).first().waitFor();
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await keyboard.press('Tab');
        const named = visitor.page.locator(':focus');
        const words = await named.evaluate(({ textContent, labels }: Labelled) =>
          [textContent, ...[...(labels ?? [])].map((each) => each.textContent)].join(' '),
        );
        if (words.includes(label)) return;
      }
      throw new Error(`the keyboard does not reach "${label}"`);
    };
    const go = async (heading: string) => {
      await focusOnButton(next);
      await keyboard.press('Enter');
      await visitor.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    };
    const focusOnButton = async (name: string) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await keyboard.press('Tab');
        if ((await visitor.page.locator(':focus').innerText()).trim() === name) return;
      }
      throw new Error(`the keyboard does not reach the button "${name}"`);
    };
    await go(t('steps.words'));
    await focusOn(t('remark.kind.remark'));
    await keyboard.press('Space');
    await focusOn(t('remark.text'));
    await keyboard.type('Пернетақтамен жазылды.');
    await go(t('remark.attachments'));
    await go(t('remark.author'));
    await focusOn(t('author.kind.individual'));
    await keyboard.press('Space');
    await focusOn(t('remark.author-name'));
    await keyboard.type('Құпия Атауы');
    await focusOn(t('remark.email'));
    await keyboard.type('qupia@secret.example');
    // Enter in a field goes on, not back.
    await keyboard.press('Enter');
    await visitor.page.getByRole('heading', { level: 1, name: t('remark.public-title') }).waitFor();
    await go(t('steps.check'));
    await focusOnButton(t('remark.submit'));
    await keyboard.press('Enter');
    await visitor.page.waitForURL(/\/receipt$/);
    await visitor.isAt(t('receipt.title'));
    await visitor.leave();
  });
});

it('a remark of a legal entity asks for the entity only when it is chosen', async () => {
  const visitor = await open({ viewport: { width: 1280, height: 900 } });
  await writeRemark(visitor, 'kk', 'Заңды тұлғаның ескертуі');
  await visitor.press(changeOf('kk', t('remark.author')));
  expect(await visitor.page.getByLabel(t('remark.organisation-name')).isVisible()).toBe(false);
  await visitor.choose(t('author.kind.legal-entity'));
  await visitor.press(next);
  await visitor.isAt(t('remark.author'));
  await visitor.fill(t('remark.organisation-name'), '«Дала» ЖШС');
  await visitor.press(next);
  await visitor.isAt(t('steps.check'));
  expect(await visitor.text()).toContain('«Дала» ЖШС');
  await visitor.leave();
});
