import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import type { Block, Document, Row, Text as RichText } from '../document.js';
import { bytesOf } from '../fixed-chunks.js';
import { Text, field } from '../testing/pdf-objects.js';
import { type ReadPdf, readPdf } from '../testing/read-pdf.js';
import { type PdfOptions, writePdf } from './write-pdf.js';

const kazakh = 'Әділ ғалым қаңтарда өңірдің ұсынысын түгел һәм іріктеп қарады: № 126, 1 500 ₸, «ескерту» – 3 күн';
const russian = 'Съешь ещё этих мягких французских булок, да выпей чаю; объём № 15 — §2';

const document = (blocks: Document['blocks'], more: Partial<Document> = {}): Document => ({
  language: 'kk',
  title: 'Есеп',
  madeAt: instant('2016-07-01T18:00:00.123456Z'),
  blocks,
  ...more,
});

const table = (rows: Iterable<Row> | AsyncIterable<Row>, size?: number): Block => ({
  kind: 'table',
  title: 'Ескертулер',
  columns: [
    { heading: 'р/с №', width: 1 },
    { heading: 'Ескерту немесе ұсыныс', width: 4 },
    { heading: [{ text: 'Қысқаша мазмұны', italic: true }], width: 5 },
  ],
  rows,
  size,
});

const paragraph = (text: RichText): Block => ({ kind: 'paragraph', text });
const made = async (input: Document, options?: PdfOptions): Promise<ReadPdf> =>
  readPdf(await bytesOf(writePdf(input, options)));
const ways = [
  ['tagged', {}],
  ['streamed', { taggedRows: 0 }],
] as const;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => [String(at + 1), `ескерту ${at + 1}`, kazakh]);

describe.each(ways)('PDF, %s', (_way, options) => {
  it.each([
    ['kk', kazakh],
    ['ru', russian],
  ] as const)('has %s text that can be taken out again', async (language, text) => {
    const pdf = await made(document([paragraph(text), table([['1', text, text]], 1)], { language }), options);
    expect(oneLine(pdf.pages.join(' ')).split(text)).toHaveLength(4);
  });

  it('names its language and title, and nobody', async () => {
    const title = 'Есеп <b> & "x" ]]>';
    const { objects, catalog } = await made(document([], { title, language: 'ru' }), options);
    const information = objects.resolve(field(objects.trailer, 'Info'));
    const entry = (key: string) => objects.resolve(field(information, key));
    expect(field(catalog, 'Lang')).toEqual(new Text('ru-RU'));
    expect(field(objects.resolve(field(catalog, 'ViewerPreferences')), 'DisplayDocTitle')).toBe(true);
    expect(entry('Title')).toEqual(new Text(title));
    expect(entry('CreationDate')).toEqual(new Text('D:20160701180000Z'));
    expect(Object.keys(information ?? {}).toSorted()).toEqual(['CreationDate', 'Creator', 'Producer', 'Title']);
    const packet = Buffer.from(objects.streamOf(field(catalog, 'Metadata')), 'latin1').toString();
    expect(packet).toContain('Есеп &lt;b&gt; &amp; &quot;x&quot; ]]&gt;');
    expect(packet).not.toMatch(/dc:creator|ModifyDate/);
  });

  it('repeats the heading row and the footer on every page, with its number of all', async () => {
    const pdf = await made(document([table(rowsOf(80), 80)], { footer: 'SHA-256 <abc>' }), options);
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.match(/р\/с №/g)).toHaveLength(1);
      expect(page).toContain('SHA-256 <abc>');
      expect(oneLine(page).replaceAll('\u00A0', ' ')).toContain(`${index + 1} / ${pdf.pages.length}`);
    }
    for (let at = 1; at <= 80; at++)
      expect(pdf.pages.filter((page) => page.includes(`ескерту ${at}\n`))).toHaveLength(1);
  });

  it('breaks a cell that is longer than a page, and loses none of it', async () => {
    const long = Array.from({ length: 3_000 }, (_, at) => `сөз${at}`).join(' ');
    const pdf = await made(document([table([['1', long, 'қысқа']], 1), paragraph('соңы')]), options);
    expect(pdf.pages.length).toBeGreaterThan(3);
    const words = pdf.pages.join(' ').match(/сөз\d+/g);
    expect(words).toEqual(long.split(' '));
    expect(pdf.pages.at(-1)).toContain('соңы');
  });

  it('breaks a heading row that is longer than a page, and does not repeat it', async () => {
    const block = table(rowsOf(60), 60) as Extract<Block, { kind: 'table' }>;
    const heading = Array.from({ length: 700 }, (_, at) => `сөз${at}`).join(' ');
    const pdf = await made(
      document([{ ...block, columns: [{ heading, width: 1 }, ...block.columns.slice(1)] }]),
      options,
    );
    expect(pdf.pages.join(' ').match(/сөз\d+/g)).toEqual(heading.split(' '));
    expect(pdf.pages.join(' ').match(/Қысқаша/g)).toHaveLength(1);
  });

  it('breaks a word that is longer than its column', async () => {
    const pdf = await made(document([table([['1', 'ғ'.repeat(5_000), '😀'.repeat(600)]], 1)]), options);
    const all = pdf.pages.join('');
    expect(all.match(/ғ/g)).toHaveLength(5_000);
    expect(all.match(/\uFFFD/g)).toHaveLength(600);
  });

  it('writes a word that would take the square of its length to shape (break-lines.spec counts the pieces)', async () => {
    const { pages } = await made(document([paragraph(`a${'\u0301'.repeat(60_000)}`)]), options);
    expect(pages.join('').match(/\u0301|á/g)).toHaveLength(60_000);
  });

  it('has a table of no rows and a document of nothing', async () => {
    expect(oneLine((await made(document([table([], 0)]), options)).pages.join())).toContain('р/с № Ескерту немесе');
    expect((await made(document([]), options)).pages).toHaveLength(1);
  });

  it('keeps hostile text as text and shows what it cannot show', async () => {
    const hostile =
      '(\\) <</Type>> ]TJ ET endstream \u0000\u0007 \u202Egnp.exe\u202C \uD800 😀 中 \uFEFFa\u200Bb и\u0306 а\u0301';
    const pdf = await made(document([paragraph(hostile), table([['1', hostile, `\u202E${hostile}`]], 1)]), options);
    const shown = '(\\) <</Type>> ]TJ ET endstream \uFFFD\uFFFD \uFFFDgnp.exe\uFFFD \uFFFD \uFFFD \uFFFD ab й а\u0301';
    expect(oneLine(pdf.pages.join(' ')).split(shown)).toHaveLength(4);
    expect(pdf.pages.join()).not.toContain('(glyph');
  });

  it('strikes what was removed, underlines what was added, and says so', async () => {
    const runs: RichText = [
      { text: 'мерзімі ' },
      { text: 'он бес', mark: 'removed' },
      { text: ' ' },
      { text: 'үш', mark: 'added' },
      { text: ' күн' },
    ];
    const pdf = await made(document([paragraph(runs), table([['1', runs, 'а']], 1)]), options);
    expect(oneLine(pdf.pages.join())).toContain('мерзімі он бес үш күн');
    expect(oneLine(pdf.said.join()).split('мерзімі [алып тасталды: он бес] [қосылды: үш] күн')).toHaveLength(3);
    // A line for each word and blank of a marked run, in the paragraph and in the cell.
    expect(pdf.contents.join().match(/^[\d.]+ w [\d.]+ ([\d.]+) m [\d.]+ \1 l S$/gm)).toHaveLength(2 * 4);
  });

  it('says a marked run once, however many lines and pages it takes', async () => {
    const text = Array.from({ length: 1_500 }, (_, at) => `с${at}`).join(' ');
    const { said } = await made(document([table([['1', [{ text, mark: 'added' }], '']], 1)]), options);
    expect(said.length).toBeGreaterThan(1);
    const words = said.map((page) => [...page.matchAll(/\[қосылды: ([^\]]*)\]/g)].map(([, inner]) => inner));
    expect(words.every((page) => page.length === 1)).toBe(true);
    expect(words.flat().join(' ')).toBe(text);
  });

  it('is byte-identical for equal input, however the rows arrive', async () => {
    async function* slowly(): AsyncGenerator<Row> {
      for (const row of rowsOf(60)) {
        await setImmediate();
        yield row;
      }
    }
    const blocks = (rows: Iterable<Row> | AsyncIterable<Row>): Block[] => [
      { kind: 'heading', level: 1, text: 'Есеп' },
      table(rows, 60),
      paragraph([{ text: kazakh, bold: true, italic: true }]),
    ];
    const first = await bytesOf(writePdf(document(blocks(rowsOf(60)), { footer: 'а' }), options));
    const second = await bytesOf(writePdf(document(blocks(slowly()), { footer: 'а' }), options));
    expect(second.equals(first)).toBe(true);
  });

  it('lies on its side when asked', async () => {
    const { objects, catalog } = await made(document([table(rowsOf(3), 3)], { orientation: 'landscape' }), options);
    let node = field(catalog, 'Pages');
    for (let kids = field(objects.resolve(node), 'Kids'); Array.isArray(kids);) {
      [node] = kids;
      kids = field(objects.resolve(node), 'Kids');
    }
    expect(field(objects.resolve(node), 'MediaBox')).toEqual([0, 0, 841.89, 595.28]);
  });

  it('has its headings as bookmarks, one under the other', async () => {
    const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
    const { objects, catalog } = await made(
      document([heading(1, 'Бір'), heading(3, 'Үш'), heading(2, 'Екі'), heading(1, 'Тағы\nбір')]),
      options,
    );
    const titles = (node: unknown): unknown[] => {
      const item = objects.resolve(node as never);
      if (!item) return [];
      const { text } = field(item, 'Title') as Text;
      return [[text, ...titles(field(item, 'First'))], ...titles(field(item, 'Next'))];
    };
    expect(titles(field(objects.resolve(field(catalog, 'Outlines')), 'First'))).toEqual([
      ['Бір', ['Үш'], ['Екі']],
      ['Тағы бір'],
    ]);
  });

  it('fails the stream when a row does not fit, the rows fail, or there are not as many as told', async () => {
    await expect(made(document([table([['1', 'а']], 1)]), options)).rejects.toThrow(/2 cells in a table of 3/);
    await expect(made(document([table(rowsOf(2), 1)]), options)).rejects.toThrow(/more rows than the 1/);
    await expect(made(document([table(rowsOf(2), 3)]), options)).rejects.toThrow(/2 rows instead of the 3/);
    function* broken(): Generator<Row> {
      yield ['1', 'а', 'ә'];
      throw new Error('the cursor broke');
    }
    await expect(made(document([table(broken(), 2)]), options)).rejects.toThrow('the cursor broke');
  });
});
