import type { PortalUnderTest } from './portal-under-test.js';
import type { Session } from './scene.js';

export const form = { 'content-type': 'application/x-www-form-urlencoded' };
export const body = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
export const cookieOf = (answer: { headers: Record<string, unknown> }, name = 'talqy_session') =>
  [answer.headers['set-cookie']]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';
export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Every hidden field of a page, as a browser would send it. */
export const hiddenFields = (html: string) =>
  new URLSearchParams(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      ],
    ),
  );

/** Headers of a request that a proxy passes on from this address. */
export const from = (ip: string) => ({ 'x-forwarded-for': ip });

/** Posts a form as a browser of this session does, with its token. */
export const postingTo =
  (portal: () => PortalUnderTest) =>
  (session: Session, url: string, fields: Record<string, string> = {}) =>
    portal().send('POST', url, {
      headers: { cookie: session.headers.cookie, ...form },
      payload: body({ ...fields, csrf: session.csrf }),
    });
