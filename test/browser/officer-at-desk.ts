import { translator } from '#lib/localisation';
import type { Browser } from 'playwright-core';
import type { Person } from '../../apps/portal/test/scene.js';
import { Visitor } from './visitor.js';

export type Tongue = 'kk' | 'ru';

/** An official who has signed in by the page, at the desk. */
export async function officerAtDesk(
  browser: Browser,
  base: string,
  { email, password }: Person,
  { language, width }: { readonly language: Tongue; readonly width: number },
): Promise<Visitor> {
  const t = translator(language);
  const visitor = await Visitor.arrive(browser, base, { viewport: { width, height: 900 } });
  await visitor.open(`/${language}/sign-in`);
  await visitor.isAt(t('sign-in.title'));
  await visitor.fill(t('sign-in.login'), email);
  await visitor.fill(t('sign-in.password'), password);
  await visitor.press(t('sign-in.submit'));
  await visitor.isAt(t('nav.desk'));
  return visitor;
}
