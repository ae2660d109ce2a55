import { newId } from '#lib/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { multipartForm } from './multipart-form.js';
import type { PortalUnderTest } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

export interface DraftingScene extends Scene {
  readonly sessions: Readonly<Record<'officer' | 'stranger' | 'onlySigner', Session>>;
  /** Of a service of the body in the register. */
  readonly serviceCode: string;
}

export const serviceName = { kk: '«Мұрағаттық анықтама» беру', ru: 'Выдача «архивной справки»' };

/** A body with a draft that was not placed, a service in the register, and its people signed in. */
export async function draftingScene(portal: PortalUnderTest): Promise<DraftingScene> {
  const scene = await openScene(portal, false);
  const serviceCode = String(10_000_000 + Math.trunc((Number.parseInt(newId().slice(-8), 16) / 2 ** 32) * 89_999_999));
  await portal.database.query(
    `insert into public_service (id, code, name_kk, name_ru, entered_on, act, body_id) values ($1, $2, $3, $4, '2016-05-20', '№ 1', $5)`,
    [newId(), serviceCode, serviceName.kk, serviceName.ru, scene.bodyId],
  );
  const [officer, stranger, onlySigner] = [
    await signIn(portal, scene.officer),
    await signIn(portal, scene.stranger),
    await signIn(portal, scene.onlySigner),
  ];
  return { ...scene, serviceCode, sessions: { officer, stranger, onlySigner } };
}

/** Sends the files of a draft, one a language, as the form does: its token stands in the address. */
export function sendDraftFiles(
  portal: PortalUnderTest,
  { headers: { cookie }, csrf }: Session,
  address: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<LightMyRequestResponse> {
  const parts = Object.entries(files).map(([name, content]) => ({ name, fileName: `${name}.docx`, content }));
  const form = multipartForm({}, parts);
  return portal.send('POST', `${address}?csrf=${csrf}`, {
    payload: form.payload,
    headers: { ...form.headers, cookie },
  });
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Every field of the editor as a browser would send it, without what a button adds. */
export function editorFields(html: string): Record<string, string> {
  const form = /<form[^>]* id="draft"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const [, name = ''] = / name="([^"]*)"/.exec(tag) ?? [];
    fields[name] = unescaped(/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g))
    fields[name] = unescaped(text);
  for (const [, name = '', options = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = /<option value="([^"]*)" selected>/.exec(options)?.[1] ?? '';
  delete fields['csrf'];
  return fields;
}
