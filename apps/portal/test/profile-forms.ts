import { form, hiddenFields } from './form-post.js';
import type { PortalUnderTest } from './portal-under-test.js';
import type { Session } from './scene.js';

/** The fields of a form as the page has them. */
export function fieldsOf(html: string): URLSearchParams {
  const fields = hiddenFields(html);
  for (const [tag = ''] of html.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    if (of('type') === 'hidden' || (/radio|checkbox/.test(of('type')) && !tag.includes(' checked'))) continue;
    fields.append(of('name'), of('value').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
  }
  return fields;
}

/** The form of a version of the rules, as an administrator of this session fills and sends it. */
export class ProfileForms {
  constructor(
    private readonly portal: PortalUnderTest,
    readonly session: Session,
  ) {}

  look(path = '', session = this.session) {
    return this.portal.get(`/ru/officer/profiles${path}`, { headers: session.headers });
  }

  /** As the base fills it, and with what is given. */
  async filled(base: string, over: Record<string, string | string[]>): Promise<URLSearchParams> {
    const fields = fieldsOf((await this.look(`/new/${base}`)).body);
    for (const [name, value] of Object.entries(over)) {
      fields.delete(name);
      for (const each of [value].flat()) fields.append(name, each);
    }
    return fields;
  }

  send(base: string, fields: URLSearchParams, session = this.session) {
    fields.set('csrf', session.csrf);
    const headers = { cookie: session.headers.cookie, ...form };
    return this.portal.send('POST', `/ru/officer/profiles/new/${base}`, { headers, payload: fields.toString() });
  }

  /** From the form over the check to the end. */
  async add(base: string, over: Record<string, string | string[]>) {
    const typed = hiddenFields((await this.send(base, await this.filled(base, over))).body);
    typed.set('step', 'add');
    return this.send(base, typed);
  }
}
