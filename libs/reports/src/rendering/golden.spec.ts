import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { bytesOf, readXlsx } from '#lib/documents';
import { type Language, languages } from '#lib/kernel';
import { readArchive, readPdf } from '../../../documents/src/testing/index.js';
import { sha256 } from '../data-hash.js';
import {
  isPerLanguage,
  type RenderingFormat,
  renderingFormats,
  type RenderingLanguage,
} from '../domain/rendering-kinds.js';
import type { ReportData } from '../domain/report-data.js';
import { goldenScenes } from '../testing/golden-scenes.js';
import { printed } from '../testing/printed.js';
import { renderReport } from './render-report.js';

const GOLDEN = join(import.meta.dirname, '../../golden');
/** Set to write anew what is kept, and then read what changed before it is committed. */
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
/** Of longer reports the hashes are kept, not the words. */
const WORDS_OF = 20;

const render = (data: ReportData, format: RenderingFormat, language: RenderingLanguage) =>
  bytesOf(Readable.from(renderReport(printed(data), format, language).content));

function expectKept(scene: string, name: string, text: string): void {
  const path = join(GOLDEN, scene, name);
  if (isUpdate) {
    mkdirSync(join(GOLDEN, scene), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `${path} is not there: run with UPDATE_GOLDEN=1`).toBe(text);
}

/** The words of a document, a line for each paragraph; a cell ends with a bar. */
async function wordsOf(docx: Buffer): Promise<string> {
  const xml = (await readArchive(docx)).get('word/document.xml') ?? '';
  return xml
    .replaceAll('</w:tc>', '|')
    .replaceAll(/<w:br\/>|<\/w:p>|<\/w:tr>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

async function cellsOf(xlsx: Buffer): Promise<string> {
  const lines: string[] = [];
  for (const { name, rows } of await readXlsx(xlsx)) {
    lines.push(`# ${name}`);
    for (const { cells } of rows) {
      lines.push([...cells.values()].map(({ address, value }) => `${address} ${JSON.stringify(value)}`).join('\t'));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Bytes where they depend on nothing but the data; of an archive its parts, of a PDF its words: zlib differs between builds. */
async function hashesOf(data: ReportData): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const format of renderingFormats) {
    for (const language of isPerLanguage(format) ? languages : (['mul'] as const)) {
      const bytes = await render(data, format, language);
      const name = `${format} ${language}`;
      if (format === 'PDF') hashes[name] = sha256(readPdf(bytes).pages.join('\f'));
      else if (!isPerLanguage(format)) hashes[name] = sha256(bytes);
      else for (const [part, text] of await readArchive(bytes)) hashes[`${name} ${part}`] = sha256(text);
    }
  }
  return hashes;
}

describe.each(Object.entries(goldenScenes))('the golden report "%s"', (scene, data) => {
  it('has the same data and the same parts of every document as ever (REQ-68)', async () => {
    expectKept(scene, 'hashes.json', `${JSON.stringify(await hashesOf(data), null, 2)}\n`);
  });

  if (data.remarks.length > WORDS_OF) return;

  it.each(languages)('says the same words in %s, in DOCX and in XLSX', async (language: Language) => {
    expectKept(scene, `form.${language}.txt`, await wordsOf(await render(data, 'DOCX', language)));
    expectKept(scene, `workbook.${language}.txt`, await cellsOf(await render(data, 'XLSX', language)));
  });

  it('has the same CSV', async () => {
    expectKept(scene, 'report.csv', (await render(data, 'CSV', 'mul')).toString());
  });
});

it.each(renderingFormats)('a report gives the same bytes of %s twice (REQ-68)', async (format) => {
  const data = goldenScenes['twelve'];
  if (!data) throw new Error('no scene');
  const language = isPerLanguage(format) ? 'kk' : 'mul';
  expect((await render(data, format, language)).equals(await render(data, format, language))).toBe(true);
});
