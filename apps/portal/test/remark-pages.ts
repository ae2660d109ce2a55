import { translator } from '#lib/localisation';
import type { LightMyRequestResponse } from 'fastify';
import { form } from './form-post.js';
import { type FormFile, multipartForm } from './multipart-form.js';
import { attributeOf, PageForm, plain } from './page-form.js';
import type { PortalUnderTest } from './portal-under-test.js';
import type { Scene } from './scene.js';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One person at the form for a new remark: has only what a browser has, the page itself. */
export class RemarkWriter {
  private constructor(
    private readonly portal: PortalUnderTest,
    private readonly headers: Record<string, string>,
    public page: LightMyRequestResponse,
  ) {}

  /** @param headers of every request: a cookie, an address */
  static async open(portal: PortalUnderTest, url: string, headers: Record<string, string> = {}): Promise<RemarkWriter> {
    return new RemarkWriter(portal, headers, await portal.get(url, { headers }));
  }

  get heading(): string {
    return plain(/<h1[^>]*>([^<]*)<\/h1>/.exec(this.page.body)?.[1] ?? '').trim();
  }

  /** The fields of the form as they stand, by name. */
  get fields(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [name, value] of this.form?.fields ?? []) found.set(name, [...(found.get(name) ?? []), value]);
    return found;
  }

  /** Where each button leads, by its words. */
  get buttons(): Map<string, string> {
    const action = this.form?.action ?? '';
    return new Map(
      [...this.page.body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tag = '', text = '']) => [
        plain(text.replaceAll(/<[^>]*>/g, '')).trim(),
        attributeOf(tag, 'formaction') || action,
      ]),
    );
  }

  /** Types over what stands there and presses a button; an empty list unticks. */
  async press(button: string, typed: Fields = {}, files: readonly FormFile[] = []): Promise<LightMyRequestResponse> {
    const url = this.buttons.get(button);
    if (url === undefined) throw new Error(`no button "${button}" among ${[...this.buttons.keys()].join(', ')}`);
    const fields: Fields = { ...Object.fromEntries(this.fields), ...typed };
    const sent = this.form?.isMultipart ? multipartForm(fields, files) : { headers: form, payload: encoded(fields) };
    const headers = { ...this.headers, ...sent.headers };
    this.page = await this.portal.send('POST', url, { headers, payload: sent.payload });
    return this.page;
  }

  private get form(): PageForm | undefined {
    return PageForm.in(this.page.body, 'remark');
  }
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): [string, string] => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The words of the form and what is written into it. */
export const t = translator('en');
export const [next, back, send] = [t('steps.next'), t('steps.back'), t('remark.submit')];
export const change = (heading: string) => `${t('steps.change')}: ${heading}`;
export const words = {
  kind: 'PROPOSAL',
  text: 'Three days, please.\n\n"Three" & <no> more.',
  proposedWording: 'Three days.',
};
export const sender = { senderKind: 'INDIVIDUAL', name: 'Құпия Атауы', email: 'qupia@secret.example' };

/** The form at a clause. */
export const openForm = (
  portal: PortalUnderTest,
  { discussionId, clauses }: Scene,
  { language = 'en', headers = {} }: { readonly language?: string; readonly headers?: Record<string, string> } = {},
) => RemarkWriter.open(portal, `/${language}/discussions/${discussionId}/remark?clause=${clauses[4]}`, headers);

/** Up to the page where all of it is looked at once more. */
export async function toCheck(writer: RemarkWriter): Promise<RemarkWriter> {
  await writer.press(next);
  await writer.press(next, words);
  await writer.press(next);
  await writer.press(next, sender);
  await writer.press(next);
  if (writer.heading !== t('steps.check')) throw new Error(`the form stays at "${writer.heading}"`);
  return writer;
}
