import { type Language, languages } from '#lib/kernel';
import { locales } from '#lib/localisation';
import type { PageFacts } from './page-facts.js';

export interface PageHead {
  readonly canonical: string;
  readonly alternates: readonly { readonly code: string; readonly href: string }[];
  readonly description: string;
  readonly locale: string;
  /** JSON that cannot end the element it stands in; null: none. */
  readonly linkedData: string | null;
}

const PAGED = ['after', 'text', 'q', 'state', 'body', 'kind', 'service', 'sort', 'from', 'to'];

/** Where search engines find the page in each language; only of pages that describe themselves. */
export function pageHead(url: string, site: string, language: Language, facts: PageFacts): PageHead | null {
  if (facts.description === undefined) return null;
  const rest = facts.canonical === undefined ? withoutLanguage(url) : `/${facts.canonical}`;
  const at = (code: Language) => `${site.replace(/\/+$/, '')}/${code}${rest}`;
  return {
    canonical: at(language),
    alternates: [
      ...languages.map((code) => ({ code: code as string, href: at(code) })),
      { code: 'x-default', href: at('kk') },
    ],
    description: facts.description,
    locale: locales[language].replace('-', '_'),
    linkedData: facts.linkedData === undefined ? null : scriptJson(facts.linkedData),
  };
}

/** JSON as a data block: no `<`, so neither `</script>` nor `<!--`, whatever the values hold. */
export const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

/** The path and what chooses its content; anything else in an address does not make another page. */
function withoutLanguage(url: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => PAGED.includes(name) && value !== '');
  const bare = path.replace(/^\/(kk|ru|en)(?=\/|$)/, '').replace(/\/+$/, '');
  return `${bare || '/'}${kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''}`;
}
