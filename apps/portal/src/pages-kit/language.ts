import { isLanguage, type Language, languages } from '#lib/kernel';
import type { FastifyRequest } from 'fastify';

/** The path parameter every page's address begins with. */
export const LANGUAGE = ':language(^(?:kk|ru|en)$)';

/** The language of the address, otherwise the visitor's. */
export function languageOf(request: FastifyRequest): Language {
  const first = request.url.split(/[/?]/, 2)[1] ?? '';
  return isLanguage(first) ? first : preferredLanguage(request.headers['accept-language']);
}

/** The first language of an Accept-Language header that we speak, by its weights. */
export function preferredLanguage(header: string | undefined, otherwise: Language = 'kk'): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { language } of wishes) if (isLanguage(language)) return language;
  return otherwise;
}

/** The same page in another language. */
export function pathIn(language: Language, url: string): string {
  const rest = url.replace(/^\/(kk|ru|en)(?=[/?]|$)/, '');
  return `/${language}${rest.startsWith('/') || rest.startsWith('?') || !rest ? rest : ''}`;
}

/** The same page in each language. */
export const inEachLanguage = (url: string): { readonly code: Language; readonly href: string }[] =>
  languages.map((code) => ({ code, href: pathIn(code, url) }));
