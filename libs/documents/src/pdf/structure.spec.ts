import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import type { Block, Document, Row } from '../document.js';
import { bytesOf } from '../fixed-chunks.js';
import { field } from '../testing/pdf-objects.js';
import { elementsOf, readPdf, textOf } from '../testing/read-pdf.js';
import { writePdf } from './write-pdf.js';

const document = (blocks: Document['blocks']): Document => ({
  language: 'ru',
  title: 'Отчёт',
  madeAt: instant('2016-07-01T18:00:00Z'),
  blocks,
});
const table = (rows: Iterable<Row> | AsyncIterable<Row>, size?: number): Block => ({
  kind: 'table',
  title: 'Замечания',
  columns: [
    { heading: '№', width: 1 },
    { heading: 'Замечание', width: 9 },
  ],
  rows,
  size,
});
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => [String(at + 1), `замечание ${at + 1}`]);
const read = async (blocks: Document['blocks'], taggedRows?: number) =>
  readPdf(await bytesOf(writePdf(document(blocks), { taggedRows })));

describe('the structure of a tagged PDF', () => {
  it('is that of the document, each cell with the whole of its text', async () => {
    const long = Array.from({ length: 2_000 }, (_, at) => `слово${at}`).join(' ');
    const { structure, pages, loose, objects, catalog } = await read([
      { kind: 'heading', level: 1, text: 'Отчёт' },
      { kind: 'paragraph', text: 'Первый\nабзац' },
      table([['1', long], ...rows(100)], 101),
      { kind: 'heading', level: 2, text: 'Конец' },
    ]);
    expect(pages.length).toBeGreaterThan(3);
    expect(loose.join('')).toBe('');
    expect(structure?.tag).toBe('Document');
    expect(structure?.children.map((child) => typeof child !== 'string' && child.tag)).toEqual([
      'H1',
      'P',
      'Table',
      'H2',
    ]);
    expect(elementsOf(structure, 'P').map(textOf)).toEqual(['Первый абзац']);
    const [grid] = elementsOf(structure, 'Table');
    expect(grid?.title).toBe('Замечания');
    const lines = elementsOf(grid, 'TR');
    expect(lines).toHaveLength(102); // The heading row repeated on each page is not read again.
    expect(elementsOf(lines[0], 'TH').map((cell) => [textOf(cell), cell.scope])).toEqual([
      ['№', 'Column'],
      ['Замечание', 'Column'],
    ]);
    expect(elementsOf(lines[1], 'TD').map(textOf)).toEqual(['1', long]);
    expect(elementsOf(lines[101], 'TD').map(textOf)).toEqual(['100', 'замечание 100']);
    expect(field(objects.resolve(field(catalog, 'MarkInfo')), 'Marked')).toBe(true);
    expect(objects.streamOf(field(catalog, 'Metadata'))).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('names removed and added words where the eye sees a line', async () => {
    const { structure } = await read([
      {
        kind: 'paragraph',
        text: [{ text: 'срок ' }, { text: 'десять', mark: 'removed' }, { text: 'три', mark: 'added' }],
      },
    ]);
    expect(elementsOf(structure, 'Span').map(({ actual }) => actual)).toEqual([
      '[исключено: десять]',
      '[добавлено: три]',
    ]);
    expect(structure && textOf(structure)).toBe('срок десятьтри');
  });
});

describe('whether a PDF is tagged', () => {
  const small = table(rows(3), 3);
  it.each([
    ['few rows, known beforehand', [small, small], 8, true],
    ['more rows than the limit', [small, small], 7, false],
    ['rows of unknown number', [small, table(rows(3))], 100, false],
    ['no table', [{ kind: 'paragraph', text: 'а' } as const], 1, true],
  ])('%s', async (_, blocks: Block[], limit, isTagged) => {
    expect((await read(blocks, limit)).structure !== undefined).toBe(isTagged);
    const whole = await read(blocks, limit);
    async function* generated(): AsyncGenerator<Block> {
      yield* blocks;
    }
    const streamed = await read(generated(), limit);
    expect(streamed.structure !== undefined).toBe(isTagged);
    expect(streamed.pages).toEqual(whole.pages);
  });

  it('asks generated blocks for the next one only after the rows of the one before', async () => {
    const log: string[] = [];
    function* logged(name: string): Generator<Row> {
      for (const row of rows(2)) {
        log.push(name);
        yield row;
      }
    }
    function* blocks(): Generator<Block> {
      yield table(logged('first'), 2);
      log.push('between');
      yield table(logged('second'), 2);
    }
    for (const limit of [100, 4, 0]) {
      log.length = 0;
      await read(blocks(), limit);
      expect(log).toEqual(['first', 'first', 'between', 'second', 'second']);
    }
  });
});

describe('a streamed PDF', () => {
  function* endless(onEnd: () => void): Generator<Row> {
    try {
      for (let at = 1; ; at++) yield [String(at), `замечание ${at} `.repeat(10)];
    } finally {
      onEnd();
    }
  }

  it('asks for rows only as they are taken, and lets go of them when the reader stops', async () => {
    let isEnded = false;
    let isAsked = 0;
    const counted = (function* () {
      for (const row of endless(() => (isEnded = true))) {
        isAsked += 1;
        yield row;
      }
    })();
    const stream = writePdf(document([table(counted)]));
    let taken = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) if ((taken += chunk.length) > 20_000) break;
    const asked = isAsked;
    for (let turn = 0; turn < 100 && !isEnded; turn++) await setImmediate();
    expect(isEnded).toBe(true);
    expect(asked).toBeLessThan(5_000);
  });
});
