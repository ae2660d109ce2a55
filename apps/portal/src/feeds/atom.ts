import { xmlText } from '#lib/documents';
import type { Instant, Language } from '#lib/kernel';

export interface AtomEntry {
  /** An address that stays, in the language of the feed. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly author: string;
  readonly published: Instant;
  /** When it last changed; never later than it is read. */
  readonly updated: Instant;
  readonly summary: string;
}

export interface AtomFeed {
  /** Its own address, whole. */
  readonly self: string;
  /** The page that shows the same. */
  readonly alternate: string;
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly entries: readonly AtomEntry[];
}

/** Of a feed in which nothing happened yet: an instant has to stand there, and the same content is to have the same bytes. */
const NEVER = '1970-01-01T00:00:00Z';

/** RFC 4287. What people wrote is text, and what XML cannot hold is shown as U+FFFD. */
export function atomXml({ self, alternate, language, title, author, entries }: AtomFeed): string {
  const updated = entries.map((entry) => entry.updated).reduce((last, each) => (each > last ? each : last), NEVER);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', self),
    element('title', title),
    element('updated', updated),
    `<author>${element('name', author)}</author>`,
    link('self', self, 'application/atom+xml'),
    link('alternate', alternate, 'text/html'),
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

const entryXml = ({ id, title, href, author, published, updated, summary }: AtomEntry): string =>
  `<entry>${element('id', id)}${element('title', title)}${link('alternate', href, 'text/html')}` +
  `<author>${element('name', author)}</author>${element('published', published)}${element('updated', updated)}` +
  `<summary type="text">${xmlText(summary)}</summary></entry>`;

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

const link = (rel: string, href: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;
