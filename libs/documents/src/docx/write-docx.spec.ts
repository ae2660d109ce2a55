import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { extractRawText } from 'mammoth';
import type { Block, Document, Row } from '../document.js';
import { bytesOf } from '../fixed-chunks.js';
import { readArchive, xmlFaults } from '../testing/read-archive.js';
import { writeDocx } from './write-docx.js';

const document = (blocks: Document['blocks'], more: Partial<Document> = {}): Document => ({
  language: 'kk',
  title: 'Есеп',
  madeAt: instant('2016-07-01T18:00:00.123456Z'),
  blocks,
  ...more,
});

const table = (rows: Iterable<Row> | AsyncIterable<Row>): Block => ({
  kind: 'table',
  title: 'Ескертулер',
  columns: [
    { heading: 'р/с №', width: 1 },
    { heading: 'Ескерту немесе ұсыныс', width: 4 },
    { heading: [{ text: 'Қысқаша мазмұны', italic: true }], width: 5 },
  ],
  rows,
});

const partsOf = async (made: Document) => readArchive(await bytesOf(writeDocx(made)));
const bodyOf = async (made: Document): Promise<string> => (await partsOf(made)).get('word/document.xml') ?? '';

describe('DOCX', () => {
  it('is a package of well-formed parts that another reader opens', async () => {
    const made = document(
      [
        { kind: 'heading', level: 1, text: 'Қағидалар' },
        { kind: 'paragraph', text: [{ text: 'Әөүұқғңһі ' }, { text: '№ 1', bold: true }], align: 'center' },
        table([['1', 'мерзімі', [{ text: 'екі', superscript: true }]]]),
        { kind: 'paragraph', text: '(өзге де пайдалы ақпараттар)', style: 'caption' },
      ],
      { footer: 'SHA-256 <abc> & "x"' },
    );
    const parts = await partsOf(made);
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    for (const [name, text] of parts) expect([name, xmlFaults(text)]).toEqual([name, []]);
    const { value, messages } = await extractRawText({ buffer: await bytesOf(writeDocx(made)) });
    expect(value).toContain('Қағидалар\n\nӘөүұқғңһі № 1\n\nр/с №');
    expect(messages.filter((message) => message.type === 'error')).toEqual([]);
  });

  it.each([
    ['kk', 'kk-KZ'],
    ['ru', 'ru-RU'],
    ['en', 'en-GB'],
  ] as const)('marks %s text as %s, names the font and carries nobody', async (language, tag) => {
    const parts = await partsOf(document([], { language }));
    expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${tag}"`);
    expect(parts.get('word/styles.xml')).toContain('w:ascii="Noto Sans"');
    expect(parts.get('docProps/core.xml')).toContain('2016-07-01T18:00:00Z');
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
  });

  it('repeats the table heading on each page and fills the width of A4 within 2 cm margins', async () => {
    const body = await bodyOf(document([table([['1', 'а', 'ә']])]));
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 1_134);
  });

  it('strikes what was removed and underlines what was added', async () => {
    const body = await bodyOf(
      document([
        {
          kind: 'paragraph',
          text: [
            { text: 'он', mark: 'removed', bold: true },
            { text: 'үш', mark: 'added', superscript: true },
          ],
        },
      ]),
    );
    // The order is that of the schema: Word refuses another.
    expect(body).toContain('<w:rPr><w:b/><w:bCs/><w:strike/></w:rPr><w:t xml:space="preserve">он</w:t>');
    expect(body).toContain('<w:rPr><w:u w:val="single"/><w:vertAlign w:val="superscript"/></w:rPr>');
  });

  it('lies on its side when asked, and its tables fill the width', async () => {
    const body = await bodyOf(document([table([['1', 'а', 'ә']])], { orientation: 'landscape' }));
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(body).toContain(`<w:tblW w:w="${16_838 - 2 * 1_134}" w:type="dxa"/>`);
  });

  it('keeps hostile text as text', async () => {
    const hostile = '</w:t></w:r><w:p>&amp;<!-- ]]> "x" \u0000\u0008\uFFFE \uD800 𠀀\tа\r\nб';
    const body = await bodyOf(document([{ kind: 'paragraph', text: hostile }, table([['1', hostile, hostile]])]));
    expect(xmlFaults(body)).toEqual([]);
    expect(body).toContain('&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:p&gt;&amp;amp;&lt;!-- ]]&gt; &quot;x&quot;');
    expect(body).toContain('\uFFFD 𠀀</w:t><w:tab/><w:t xml:space="preserve">а</w:t><w:br/>');
  });

  it('is byte-identical for equal input, however the rows arrive and wherever it is made (REQ-68)', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at): Row => [
      String(at),
      'Ескерту мәтіні',
      `негіздеме ${at * 7919}`,
    ]);
    async function* slowly(): AsyncGenerator<Row> {
      for (const [at, row] of rows.entries()) {
        if (at % 500 === 0) await setImmediate();
        yield row;
      }
    }
    const first = await bytesOf(writeDocx(document([table(rows)])));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    const second = await bytesOf(writeDocx(document([table(slowly())]))).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    expect(second.equals(first)).toBe(true);
  });

  it('asks for rows only as they are taken, and lets go of them when the reader stops', async () => {
    let asked = 0;
    let ended = false;
    function* endless(): Generator<Row> {
      try {
        for (;;) yield [String(++asked), `мәтін ${Math.random()}`, 'а'.repeat(200)];
      } finally {
        ended = true;
      }
    }
    const stream = writeDocx(document([table(endless())]));
    for await (const chunk of stream) if (chunk && asked > 0) break;
    for (let turn = 0; turn < 100 && !ended; turn++) await setImmediate();
    expect(asked).toBeLessThan(20_000);
    expect(ended).toBe(true);
  });

  it('writes 20 000 rows without holding them', async () => {
    function* rows(): Generator<Row> {
      for (let at = 1; at <= 20_000; at++) yield [String(at), 'Ескерту '.repeat(20), 'Негіздеме '.repeat(40)];
    }
    const stream = writeDocx(document([table(rows())]));
    const before = process.memoryUsage();
    let bytes = 0;
    let peak = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      const now = process.memoryUsage();
      peak = Math.max(peak, now.heapUsed + now.external - before.heapUsed - before.external);
    }
    expect(bytes).toBeGreaterThan(50_000);
    expect(peak).toBeLessThan(60 * 1024 * 1024); // The text alone is 25 MB as strings of two bytes, 20 MB as XML.
  });

  it('fails the stream when a row does not fit or the rows fail', async () => {
    await expect(bytesOf(writeDocx(document([table([['1', 'а']])])))).rejects.toThrow(/2 cells in a table of 3/);
    const short = { ...table([['1', 'а', 'ә']]), size: 2 } as Block;
    await expect(bytesOf(writeDocx(document([short])))).rejects.toThrow(/1 rows instead of the 2/);
    function* broken(): Generator<Row> {
      yield ['1', 'а', 'ә'];
      throw new Error('the cursor broke');
    }
    await expect(bytesOf(writeDocx(document([table(broken())])))).rejects.toThrow('the cursor broke');
  });
});
