import { expect } from '@jest/globals';
import { translator } from '#lib/localisation';
import type { PortalUnderTest } from './portal-under-test.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

const PHONE = '+7 701 987 65 40';
export const WORDS = 'көрші QRX5290';
export const TEXT = `Мерзім ұзақ. Телефон ${PHONE}, ${WORDS}; тағы ${WORDS}.`;

export const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });
export type Fields = readonly (readonly [string, string])[];
export const post = (
  portal: PortalUnderTest,
  session: Session | null,
  url: string,
  fields: Fields,
  csrf = session?.csrf ?? '',
) =>
  portal.send('POST', url, {
    payload: new URLSearchParams([
      ...fields.map(([name, value]): [string, string] => [name, value]),
      ['csrf', csrf],
    ]).toString(),
    headers: {
      ...(session ? { cookie: session.headers.cookie } : {}),
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
export const reason = [
  ['ground', 'PERSONAL_DATA'],
  ['explanationKk', 'Мәтінде басқа адамның деректері бар.'],
  ['explanationRu', 'В тексте есть данные другого человека.'],
] as const;
/** Of the form that is about another than the one named. */
export const hidingIn = (body: string, but?: string): string =>
  [...body.matchAll(/name="hidingId" value="([^"]+)"/g)].map(([, id]) => id).find((id) => id !== but) ?? '';
const checkedIn = (body: string) =>
  [...body.matchAll(/name="passages" value="([^"]+)"[^>]* checked/g)].map(([, value]) => value ?? '');

export interface Cast {
  readonly scene: Scene;
  readonly officer: Session;
  readonly signer: Session;
  readonly number: string;
  readonly secret: string;
}

export async function cast(portal: PortalUnderTest): Promise<Cast> {
  const scene = await openScene(portal);
  const { number, secret } = await sendRemark(portal, scene, TEXT);
  return {
    scene,
    number,
    secret,
    officer: await signIn(portal, scene.officer),
    signer: await signIn(portal, scene.signer),
  };
}

/** As two officials do on the pages, without JavaScript. */
export async function redact(
  portal: PortalUnderTest,
  { officer, signer, number }: Cast,
  language = 'ru',
): Promise<string> {
  const page = `/${language}/officer/remarks/${number}`;
  const found =
    /name="passages" value="([^"]+)"/.exec((await portal.get(`${page}/redaction`, as(officer))).body)?.[1] ?? '';
  const typed = [
    ['passages', found],
    ['quote-0', WORDS],
    ['quote-1', WORDS],
    ['occurrence-1', '2'],
  ] as const;
  const look = await post(portal, officer, `${page}/redaction`, [...typed, ...reason, ['act', 'look']]);
  expect(look.statusCode).toBe(200);
  const passages = checkedIn(look.body).map((value) => ['passages', value] as const);
  expect(passages).toHaveLength(3);
  expect(look.body).toContain(translator(language as 'ru')('redaction.public'));
  const proposed = await post(portal, officer, `${page}/redaction`, [...passages, ...reason, ['act', 'propose']]);
  expect(proposed.headers.location).toBe(`${page}/hiding`);
  const second = await portal.get(`${page}/hiding`, as(signer));
  expect(second.body).toContain(WORDS);
  const hidingId = hidingIn(second.body);
  expect((await post(portal, officer, `${page}/hiding/confirmation`, [['hidingId', hidingId]])).statusCode).toBe(403);
  expect((await post(portal, signer, `${page}/hiding/confirmation`, [['hidingId', hidingId]])).statusCode).toBe(303);
  return hidingId;
}

/** Another officer of the body. */
export async function thirdOfficer(portal: PortalUnderTest, { bodyId, officer }: Scene): Promise<Session> {
  const email = `third-${officer.email}`;
  await portal.database.query(
    `insert into officer (id, email, name, password_hash, body_id, roles)
     select gen_random_uuid(), $1, 'Үшінші', password_hash, $2, '{officer}' from officer where email = $3`,
    [email, bodyId, officer.email],
  );
  return signIn(portal, { email, password: officer.password });
}
