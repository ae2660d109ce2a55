import { describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { countedIds, standardKk, standardRu } from '../testing/standard-texts.js';
import { wordFile } from '../testing/word-file.js';
import { readDocx } from './read-docx.js';
import { readDraft } from './read-draft.js';
import { docxLimits } from './unpack-docx.js';

const zipOf = async (parts: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = (target: string, type: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const wordParts = (body: string, numbering = '') => ({
  '[Content_Types].xml': types,
  '_rels/.rels': relations('word/document.xml', 'officeDocument'),
  'word/_rels/document.xml.rels': relations('numbering.xml', 'numbering'),
  'word/numbering.xml': `<w:numbering ${w}>${numbering}</w:numbering>`,
  'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
});

describe('reading a draft from DOCX', () => {
  it.each([false, true])('gives what the same text gives as Markdown (headings by bold only: %s)', async (boldOnly) => {
    const fromWord = await readDraft(
      [
        { language: 'kk', format: 'docx', bytes: await wordFile(standardKk, 'kk', boldOnly) },
        { language: 'ru', format: 'docx', bytes: await wordFile(standardRu, 'ru', boldOnly) },
      ],
      countedIds(),
    );
    const fromMarkdown = await readDraft(
      [
        { language: 'kk', format: 'markdown', text: standardKk },
        { language: 'ru', format: 'markdown', text: standardRu },
      ],
      countedIds(),
    );
    expect(fromWord.faults).toEqual([]);
    expect(fromWord.draft).toEqual(fromMarkdown.draft);
  });

  it('names a row without a counterpart by its paragraph', async () => {
    const { faults } = await readDraft([
      { language: 'kk', format: 'docx', bytes: await wordFile(standardKk, 'kk') },
      { language: 'ru', format: 'docx', bytes: await wordFile(standardRu.replace(/^3-1.*\n/m, ''), 'ru') },
    ]);
    expect(faults).toEqual([
      expect.objectContaining({ code: 'no-counterpart', language: 'kk', at: 6, lackedBy: 'ru' }),
    ]);
  });

  it('counts the numbers Word makes itself, on through the sections, and says that they are computed', async () => {
    const item = (text: string, level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const bold = (text: string) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
    const levels = [0, 1].map((n) => `<w:lvl w:ilvl="${n}"><w:numFmt w:val="decimal"/></w:lvl>`).join('');
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = [
      bold('Жоба'),
      bold('1. Бірінші'),
      item('бір', 0),
      item('екі', 0),
      item('а', 1),
      item('ә', 1),
      bold('2. Екінші'),
      item('үш', 0),
      item('б', 1),
    ].join('');
    const { parts, notices, title } = await readDocx(await zipOf(wordParts(body, numbering)), 'kk');
    expect(title).toBe('Жоба');
    expect(parts.map((part) => part.label)).toEqual(['1.', '1.', '2.', '1)', '2)', '2.', '3.', '1)']);
    expect(notices[0]).toMatchObject({ code: 'label-computed', at: 3, row: '1. бір' });
  });

  it('takes a printed number before a counted one, and a level that numbers nothing for none', async () => {
    const numbered = (text: string, more = '') =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>${more}<w:t>${text}</w:t></w:r></w:p>`;
    const list = (format: string) =>
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = numbered('5. Ережелер', '<w:rPr><w:b/></w:rPr>') + numbered('мәтін');
    const labels = async (format: string) =>
      (await readDocx(await zipOf(wordParts(body, list(format))), 'kk')).parts.map((part) => part.label);
    expect(await labels('decimal')).toEqual(['5.', '1.']);
    expect(await labels('none')).toEqual(['5.', '']);
  });

  it('reads the rows of a table as lines of the clause', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const body = `<w:p><w:r><w:t>1. Кесте:</w:t></w:r></w:p><w:tbl><w:tr>${cell('а')}${cell('ә')}</w:tr><w:tr>${cell('')}${cell('')}</w:tr></w:tbl>`;
    const { parts } = await readDocx(await zipOf(wordParts(body)), 'kk');
    expect(parts).toEqual([expect.objectContaining({ label: '1.', text: 'Кесте:\nа | ә' })]);
  });
});

describe('a DOCX that is refused', () => {
  const refusal = (bytes: Buffer, limits = docxLimits) =>
    readDocx(bytes, 'kk', limits).catch((error: unknown) => error);

  it('is over 10 MB', async () => {
    expect(await refusal(Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({
      code: 'import-refused',
      reason: 'too-big',
    });
  });

  it('unpacks to more than 100 MB', async () => {
    const bomb = await zipOf({ ...wordParts(''), 'word/media/a.bin': Buffer.alloc(101 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toMatchObject({ reason: 'unpacks-too-big' });
  });

  it('has a text that unpacks to more than can be parsed', async () => {
    const bomb = await zipOf(wordParts(`<w:p><w:r><w:t>${'а'.repeat(11 * 1024 * 1024)}</w:t></w:r></w:p>`));
    expect(await refusal(bomb)).toMatchObject({ reason: 'unpacks-too-big' });
  });

  it('lies about its sizes', async () => {
    const honest = await zipOf(wordParts(`<w:p><w:r><w:t>${'а'.repeat(100_000)}</w:t></w:r></w:p>`));
    const directory = honest.lastIndexOf(Buffer.from('PK\x01\x02'));
    honest.writeUInt32LE(10, directory + 24); // the declared unpacked size of the last part, word/document.xml
    expect(await refusal(honest)).toMatchObject({ reason: 'not-a-docx' });
  });

  it.each([
    ['is no archive', Buffer.from('%PDF-1.7')],
    ['is empty', Buffer.alloc(0)],
  ])('%s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ reason: 'not-a-docx' });
  });

  it('is an archive without a text, or declares entities', async () => {
    expect(await refusal(await zipOf({ 'a.txt': 'x' }))).toMatchObject({ reason: 'not-a-docx' });
    const parts = wordParts('');
    const entities = `<!DOCTYPE x [<!ENTITY a "b">]>${parts['word/document.xml']}`;
    expect(await refusal(await zipOf({ ...parts, 'word/document.xml': entities }))).toMatchObject({
      reason: 'unsafe-xml',
    });
  });

  it('has more parts than any text needs', async () => {
    expect(await refusal(await zipOf(wordParts('')), { ...docxLimits, parts: 3 })).toMatchObject({
      reason: 'too-many-parts',
    });
  });
});
