import type { Language } from '#lib/kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import { type MessageKey, catalogues } from './catalogue.js';
import { locales } from './locale.js';

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const compiled = new Map<string, IntlMessageFormat>();

function messageFor(language: Language, key: string): IntlMessageFormat {
  const cacheKey = `${language} ${key}`;
  const known = compiled.get(cacheKey);
  if (known) return known;
  const text = catalogues[language].get(key);
  if (text === undefined) throw new RangeError(`no message ${key} in ${language}`);
  const message = new IntlMessageFormat(text, locales[language], undefined, { ignoreTag: true });
  compiled.set(cacheKey, message);
  return message;
}

/**
 * The messages of one language. The result is plain text: a page or a document escapes it like any other text.
 * @throws RangeError for an unknown key; an Error when a value named in the message is not given
 */
export function translator(language: Language): Translate {
  return (key, values) => String(messageFor(language, key).format({ ...values }));
}
