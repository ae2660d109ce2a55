import { describe, expect, it } from '@jest/globals';
import { clauseLabel, headingLabel } from './labels.js';
import { plainText } from './plain-text.js';
import { readMarkdown } from './read-markdown.js';

describe('labels', () => {
  it.each([
    ['1. Осы', '1.', 'Осы'],
    ['12) мерзімі', '12)', 'мерзімі'],
    ['3-1. Қабылдау', '3-1.', 'Қабылдау'],
    ['1.Осы', '1.', 'Осы'],
    ['1\\. Осы', '1.', 'Осы'],
    ['**4.** Мерзімі', '4.', 'Мерзімі'],
    ['4.2.1. Text', '4.2.1.', 'Text'],
    ['ә) екінші', 'ә)', 'екінші'],
    ['5\u00a0) жоқ', '', '5\u00a0) жоқ'],
    ['1.5 часа ожидания', '', '1.5 часа ожидания'],
    ['15 жұмыс күні', '', '15 жұмыс күні'],
    ['2016. жылы', '', '2016. жылы'],
    ['09.00-17.30', '', '09.00-17.30'],
  ])('of a paragraph: %j', (line, label, text) => {
    expect(clauseLabel(line)).toEqual({ label, text });
  });

  it.each([
    ['2. Порядок', '2.', 'Порядок'],
    ['IV. Өзге', 'IV.', 'Өзге'],
    ['1-тарау. Жалпы ережелер', '1', '1-тарау. Жалпы ережелер'],
    ['Глава 1. Общие положения', '1', 'Глава 1. Общие положения'],
    ['4.2 Scope', '4.2', 'Scope'],
    ['Жалпы ережелер', '', 'Жалпы ережелер'],
    ['30 күн', '', '30 күн'],
  ])('of a heading: %j', (line, label, text) => {
    expect(headingLabel(line)).toEqual({ label, text });
  });
});

describe('Markdown', () => {
  it('gives the words without the marks', () => {
    expect(plainText('**А** _б_ `в` [г](http://x) &laquo;д&raquo; &#1241; 5 < 6<br>е')).toEqual({
      text: 'А б в г «д» ә 5 < 6\nе',
      hasImage: false,
      hasMarkup: false,
    });
  });

  it('reads numbered paragraphs whatever Markdown makes of them', () => {
    const { parts } = readMarkdown(
      '## I. Бөлім\n\n      1. шегініспен\n2. екінші\n3-1. үшінші\n4. төртінші\n- белгі\n> 5. дәйексөз',
      'kk',
    );
    expect(parts.map((part) => [part.label, part.text, part.at])).toEqual([
      ['I.', 'Бөлім', 1],
      ['1.', 'шегініспен', 3],
      ['2.', 'екінші', 4],
      ['3-1.', 'үшінші', 5],
      ['4.', 'төртінші\n– белгі', 6],
      ['5.', 'дәйексөз', 8],
    ]);
  });

  it('reads the rows of a table as lines of the clause', () => {
    const { parts } = readMarkdown('# Т\n\n## 1. Б\n\n1. Кесте:\n\n| а | ә |\n|---|:-:|\n| 1 | **2** |\n', 'kk');
    expect(parts.at(-1)?.text).toBe('Кесте:\nа | ә\n1 | 2');
  });

  it('pairs letters by their place: the alphabets count differently', () => {
    const kk = readMarkdown('## 1. Б\n1. т:\nа) бір\nә) екі\n', 'kk');
    const ru = readMarkdown('## 1. Р\n1. т:\nа) раз\nб) два\n', 'ru');
    expect(kk.parts.map((part) => part.key)).toEqual(ru.parts.map((part) => part.key));
  });

  it('refuses raw HTML by its line, leaves out comments, and says where a picture was', () => {
    const { faults, notices } = readMarkdown(
      '## 1. Б\n\n1. м <script>x</script>\n\n<!-- ескерту -->\n\n2. ![с](x.png)\n\n<div>a</div>',
      'kk',
    );
    expect(faults.map(({ code, at }) => [code, at])).toEqual([
      ['markup-not-read', 3],
      ['markup-not-read', 9],
    ]);
    expect(notices).toEqual([expect.objectContaining({ code: 'image-left-out', at: 7 })]);
  });

  it('says that a text has no sections, and refuses one that is too long', () => {
    expect(readMarkdown('мәтін', 'kk').notices).toEqual([expect.objectContaining({ code: 'no-section' })]);
    expect(() => readMarkdown('а'.repeat(2_000_001), 'kk')).toThrow(/too-big/);
  });
});
