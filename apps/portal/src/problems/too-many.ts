import type { Translate } from '#lib/localisation';
import type { FastifyRequest } from 'fastify';
import { fieldsOf, type KeptForm } from '../identity/pages/confirm/kept-form.js';
import { WAITS } from '../pages-kit/form.js';
import type { PageFacts } from '../pages-kit/page-facts.js';
import { view } from '../pages-kit/view.js';

export interface TooManyModel {
  readonly text: string;
  /** By GET, or by POST with what was typed; null when it must be typed again: a password is not sent back. */
  readonly again: {
    readonly method: 'get' | 'post';
    readonly action: string;
    readonly fields: KeptForm['fields'];
  } | null;
}

export const tooManyView = view<TooManyModel>('problems/too-many');

const secret = /password|code|token/i;

/** The page after too much came from somewhere: how long to wait, and the same request again by one press (REQ-47). */
export function againModel(request: FastifyRequest, waitSeconds: number, t: Translate): TooManyModel {
  return { text: t('limit.text', { minutes: Math.ceil(waitSeconds / 60) }), again: againOf(request) };
}

/** What was typed goes along with the language, and waits on. */
export const againCarried = ({ again }: TooManyModel): Pick<PageFacts, 'carried'> =>
  again?.method === 'post' ? { carried: { id: 'once-more', address: again.action, field: WAITS } } : {};

function againOf(request: FastifyRequest): TooManyModel['again'] {
  const [action = '/', query = ''] = request.url.split('?', 2);
  if (request.method === 'GET')
    return { method: 'get', action, fields: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })) };
  if (request.isMultipart() || typeof request.body !== 'object' || request.body === null) return null;
  const fields = fieldsOf(request.body);
  return fields.some(({ name }) => secret.test(name)) ? null : { method: 'post', action: request.url, fields };
}
