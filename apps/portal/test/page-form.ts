import { multipartForm } from './multipart-form.js';

/** What a page holds as text, without the marks that HTML puts for signs. */
export const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#92;', '\\')
    .replaceAll('&amp;', '&');

export const attributeOf = (tag: string, name: string): string =>
  plain(new RegExp(`(?<![\\w-])${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

export type Field = readonly [name: string, value: string];

/** One question of a form. */
interface Question {
  readonly kind: 'hidden' | 'text' | 'box' | 'choice' | 'secret' | 'file';
  readonly name: string;
  /** What may be chosen; of a text what stands in it. */
  readonly values: readonly string[];
  readonly standing: readonly string[];
}

/** A form as a browser has it: nothing but the page itself. */
export class PageForm {
  private constructor(
    private readonly tag: string,
    private readonly html: string,
  ) {}

  /** Every form of a page that is sent by POST. */
  static allIn(page: string): PageForm[] {
    return [...page.matchAll(/(<form\b[^>]*method="post"[^>]*>)([\s\S]*?)<\/form>/g)].map(
      // What a template holds is no part of the form.
      ([, tag = '', html = '']) => new PageForm(tag, html.replaceAll(/<template[\s\S]*?<\/template>/g, '')),
    );
  }

  static in(page: string, id: string): PageForm | undefined {
    return PageForm.allIn(page).find((form) => form.id === id);
  }

  get id(): string {
    return attributeOf(this.tag, 'id');
  }

  get action(): string {
    return attributeOf(this.tag, 'action');
  }

  get isMultipart(): boolean {
    return this.tag.includes('multipart/form-data');
  }

  /** Whether somebody types or chooses anything in it that is no password and no file. */
  get isFilledIn(): boolean {
    return this.questions.some(({ kind }) => ['text', 'box', 'choice'].includes(kind));
  }

  /** As it stands. */
  get fields(): Field[] {
    return this.questions.flatMap(({ name, standing }) => standing.map((value): Field => [name, value]));
  }

  /** Everything typed over, every box ticked, of each choice the last. */
  get filledIn(): Field[] {
    return this.questions.flatMap(({ kind, name, values, standing }, index) => {
      if (kind === 'hidden') return standing.map((value): Field => [name, value]);
      if (kind === 'text') return [[name, `Сөз ${index} "бір" & <екі>`] satisfies Field];
      if (kind === 'box') return values.map((value): Field => [name, value]);
      return kind === 'choice' ? [[name, values.at(-1) ?? ''] satisfies Field] : [];
    });
  }

  private get questions(): Question[] {
    const found = new Map<string, Question>();
    for (const [tag, , text = ''] of this.html.matchAll(/<(input|textarea)\b[^>]*>(?:([^<]*)<\/textarea>)?/g)) {
      const name = attributeOf(tag, 'name');
      const [kind, isStanding] = kindOf(tag);
      // A browser drops the first line break.
      const value = tag.startsWith('<textarea') ? plain(text.replace(/^\n/, '')) : attributeOf(tag, 'value');
      const before = found.get(name);
      const standing = [...(before?.standing ?? []), ...(isStanding ? [value] : [])];
      found.set(name, { kind, name, values: [...(before?.values ?? []), value], standing });
    }
    for (const [, tag = '', options = ''] of this.html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const standing = attributeOf(all.find((option) => / selected/.test(option)) ?? all[0] ?? '', 'value');
      const name = attributeOf(tag, 'name');
      const values = all.map((option) => attributeOf(option, 'value'));
      found.set(name, { kind: 'choice', name, values, standing: [standing] });
    }
    return [...found.values()].filter(({ name }) => name !== '');
  }
}

function kindOf(tag: string): readonly [kind: Question['kind'], isStanding: boolean] {
  const type = attributeOf(tag, 'type');
  if (type === 'radio' || type === 'checkbox')
    return [type === 'radio' ? 'choice' : 'box', / checked(?=[\s>])/.test(tag)];
  if (type === 'file') return ['file', false];
  if (type === 'password') return ['secret', false];
  return [type === 'hidden' ? 'hidden' : 'text', true];
}

/** As a browser sends it. */
export function sent(fields: readonly Field[], isMultipart: boolean) {
  if (!isMultipart)
    return {
      payload: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) byName.set(name, [...(byName.get(name) ?? []), value]);
  return multipartForm(Object.fromEntries(byName));
}
