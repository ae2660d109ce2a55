import { type Instant, instant } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { type AtomEntry, atomXml } from './atom.js';

const at = (text: string): Instant => instant(text);
const entry: AtomEntry = {
  id: 'https://t.kz/kk/discussions/1',
  title: 'Жоба',
  href: 'https://t.kz/kk/discussions/1',
  author: 'Министрлік',
  published: at('2016-06-01T00:00:00Z'),
  updated: at('2016-07-01T00:00:00Z'),
  summary: 'Қысқаша',
};
const feed = (...entries: readonly AtomEntry[]) =>
  atomXml({
    self: 'https://t.kz/kk/discussions.atom?q=%D0%B0&state=open',
    alternate: 'https://t.kz/kk/discussions?q=%D0%B0&state=open',
    language: 'kk',
    title: 'Талқылаулар',
    author: 'Talqy',
    entries,
  });

describe('an Atom feed (RFC 4287)', () => {
  it('is as new as its newest entry, and an empty one never changes', () => {
    const older = { ...entry, updated: at('2016-06-02T00:00:00Z') };
    expect(/<updated>([^<]+)/.exec(feed(older, entry, older))?.[1]).toBe(entry.updated);
    expect(feed()).toBe(feed());
    expect(feed()).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });

  it('names itself and its page in addresses that are escaped', () => {
    expect(feed(entry)).toContain(
      '<link rel="self" type="application/atom+xml" href="https://t.kz/kk/discussions.atom?q=%D0%B0&amp;state=open"/>',
    );
    expect(feed(entry)).toContain('<id>https://t.kz/kk/discussions.atom?q=%D0%B0&amp;state=open</id>');
  });

  it('has hostile text as text, and of what XML cannot hold a mark', () => {
    const hostile = `]]><script>"&'\u0000\u0008\u001F\uFFFE\uD800`;
    const xml = feed({ ...entry, title: hostile, author: hostile, summary: hostile });
    expect(xml).not.toContain('<script>');
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE]/);
    expect(xml).toContain(']]&gt;&lt;script&gt;&quot;&amp;');
    expect(xml.match(/<entry>/g)).toHaveLength(1);
  });
});
