import { expect } from '@jest/globals';
import type { Language } from '#lib/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { databaseDigest } from '../../../test/security/database-digest.js';
import { attributeOf, type Field, PageForm, sent } from './page-form.js';
import type { PortalUnderTest } from './portal-under-test.js';
import type { Session } from './scene.js';

const headOf = (page: string) => page.slice(page.indexOf('<header'), page.indexOf('</header>'));

/** The form of a page that its languages take along, and where they send it. */
export function carriedIn(page: string, language: Language) {
  const button = new RegExp(`<button\\b[^>]*lang="${language}"[^>]*>`).exec(headOf(page))?.[0] ?? '';
  return { id: attributeOf(button, 'form'), address: attributeOf(button, 'formaction') };
}

interface Switching {
  readonly portal: PortalUnderTest;
  /** How the person is known. */
  readonly headers: Record<string, string>;
  /** In Russian. */
  readonly page: string;
  /** Of another body, where it is the body's own. */
  readonly stranger?: Session | undefined;
  /** What is not kept: a choice that does something only by a button of its own. */
  readonly but?: readonly string[];
}

const without = (fields: readonly Field[], but: readonly string[]) =>
  fields
    .filter(([name]) => !['csrf', ...but].includes(name))
    .map((field) => field.join('='))
    .toSorted((a, b) => a.localeCompare(b));

/** Fills the form of a page in, changes the language there and back, and looks that all of it stands and nothing was done. */
export async function changeLanguages(switching: Switching): Promise<LightMyRequestResponse> {
  const { portal, headers, page, but = [] } = switching;
  const { id } = carriedIn(page, 'kk');
  const form = PageForm.in(page, id);
  if (!form) throw new Error(`the languages take no form along: ${JSON.stringify(carriedIn(page, 'kk'))}`);
  const typed = form.filledIn;
  const before = await databaseDigest(portal.database);
  const kazakh = await press(switching, page, form, typed, 'kk');
  const russian = await press(switching, kazakh.body, form, fieldsAgain(kazakh, id), 'ru');
  for (const [answer, language] of [
    [kazakh, 'kk'],
    [russian, 'ru'],
  ] as const) {
    expect([answer.statusCode, answer.body.includes(`lang="${language}" class="govuk-template`)]).toEqual([200, true]);
    expect(answer.body).not.toContain('govuk-error');
    expect(without(fieldsAgain(answer, id), but)).toEqual(without(typed, but));
  }
  expect(await databaseDigest(portal.database)).toEqual(before);
  if (headers['cookie'] !== undefined) await asOthers(switching, carriedIn(page, 'kk').address, form);
  return russian;
}

/** It is a form like any other: with its token, and of who may send it. */
async function asOthers({ portal, headers, stranger }: Switching, address: string, form: PageForm): Promise<void> {
  const send = (as: Record<string, string>, csrf: string) => {
    const fields = form.filledIn.map(([name, value]): Field => [name, name === 'csrf' ? csrf : value]);
    const url = address.replace(/csrf=[^&]*/, `csrf=${csrf}`);
    return post({ portal, headers: as }, url, [...fields, ['again', 'yes']], form.isMultipart);
  };
  expect((await send(headers, 'x')).statusCode).toBe(403);
  expect((await send({}, '')).headers.location).toContain('/sign-in');
  if (stranger) expect([403, 404]).toContain((await send(stranger.headers, stranger.csrf)).statusCode);
}

const fieldsAgain = ({ body }: LightMyRequestResponse, id: string): Field[] => PageForm.in(body, id)?.fields ?? [];

function press(switching: Switching, page: string, form: PageForm, fields: readonly Field[], language: Language) {
  const { id, address } = carriedIn(page, language);
  expect(id).toBe(form.id);
  return post(switching, address, [...fields, ['again', 'yes']], form.isMultipart);
}

export function post(
  { portal, headers }: Pick<Switching, 'portal' | 'headers'>,
  url: string,
  fields: readonly Field[],
  isMultipart = false,
) {
  const form = sent(fields, isMultipart);
  return portal.send('POST', url, { payload: form.payload, headers: { ...headers, ...form.headers } });
}
