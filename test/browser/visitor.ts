import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { faintFields } from './faint-fields.js';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** Text of 7:1 is more than AA asks. */
const contrast: RunOptions = { runOnly: ['color-contrast-enhanced'] };
const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
};

/** Pages that were looked at in the light that their visitor does not prefer. */
const looked = new Set<string>();

/** The browser that `npm test` found or unpacked. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['TALQY_CHROMIUM'];
  if (!executablePath) throw new Error('TALQY_CHROMIUM is not set: run the tests by `npm test`, which finds a browser');
  const args: string[] = JSON.parse(process.env['TALQY_CHROMIUM_ARGS'] ?? '["--no-sandbox"]');
  return chromium.launch({ executablePath, args });
}

/** One person at a browser; whatever the console complains of is a fault. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly base: string,
    private readonly hasScripts: boolean,
    private readonly complaints: string[],
  ) {}

  static async arrive(browser: Browser, base: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // A refusal's own status (404, 409, 422) is noted by the browser, not a fault of the page.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    return new Visitor(page, base, options.javaScriptEnabled !== false, complaints);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.base + path);
  }

  /** The page has this heading, no fault of WCAG 2.2 AA, words of 7:1 by day and by night, nothing wider than the window, and a quiet console. */
  async isAt(heading: string | RegExp): Promise<void> {
    const found = await this.page.locator('h1').first().innerText();
    if (typeof heading === 'string') expect(found).toBe(heading);
    else expect(found).toMatch(heading);
    expect(this.complaints).toEqual([]);
    if (!this.hasScripts) return;
    const width = await this.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect([this.page.url(), width]).toEqual([this.page.url(), 0]);
    await this.isLegible();
    await this.isLegibleInOtherLight();
  }

  /** Once a page of a suite, and once with faults in it: colours do not change with its language, nor with what it is about. */
  private async isLegibleInOtherLight(): Promise<void> {
    const hasFaults = (await this.page.locator('.govuk-error-summary').count()) > 0;
    const page = `${new URL(this.page.url()).pathname.replace(/^\/(kk|ru|en)|[^/]*\d[^/]*/g, '')} ${String(hasFaults)}`;
    if (looked.has(page)) return;
    looked.add(page);
    const dark = await this.page.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
    await this.page.emulateMedia({ colorScheme: dark ? 'light' : 'dark' });
    await this.isLegible(contrast);
    await this.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  }

  private async isLegible(options: RunOptions = everyRule): Promise<void> {
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode().options(options);
    const { violations } = await axe.analyze();
    const faults = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
    expect([...faults, ...(await faintFields(this.page))]).toEqual([]);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label).fill(text);
  }

  async choose(label: string | RegExp): Promise<void> {
    await this.page.getByLabel(label).first().check();
  }

  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}
