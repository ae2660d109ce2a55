import { describe, expect, it } from '@jest/globals';
import { completenessFaults } from '../domain/draft-completeness.js';
import { treeFaults } from '../domain/part-tree.js';
import { countedIds, standardKk, standardRu } from '../testing/standard-texts.js';
import { readDraft } from './read-draft.js';
import type { DraftReading } from './reading.js';

const read = (kk: string, ru: string): Promise<DraftReading> =>
  readDraft(
    [
      { language: 'kk', format: 'markdown', text: kk },
      { language: 'ru', format: 'markdown', text: ru },
    ],
    countedIds(),
  );

describe('reading a draft in Kazakh and Russian from Markdown (A4, REQ-19)', () => {
  it('gives four sections and their clauses with the numbers as printed', async () => {
    const { draft, faults, notices } = await read(standardKk, standardRu);
    expect(faults).toEqual([]);
    expect(notices).toEqual([]);
    expect(draft.title).toEqual({
      kk: '«Мұрағаттық анықтама беру» мемлекеттік көрсетілетін қызмет стандарты',
      ru: 'Стандарт государственной услуги «Выдача архивной справки»',
    });
    const shape = draft.parts.map((part) => `${part.kind === 'section' ? '§' : ''}${part.label}`);
    expect(shape.join(' ')).toBe('§1. 1. 2. 3. 3-1. §2. 4. 1) 2) 5. §3. 6. §4. 7.');
    expect(treeFaults(draft.parts)).toEqual([]);
    expect(completenessFaults(draft)).toEqual([]);
  });

  it('joins wrapped lines and keeps an unnumbered paragraph with the clause before it', async () => {
    const { draft } = await read(standardKk, standardRu);
    const second = draft.parts.find((part) => part.label === '2.');
    expect(second).toMatchObject({ text: { kk: expect.stringContaining('Мұрағат ісі министрлігі') } });
    const subParagraph = draft.parts.find((part) => part.label === '2)');
    expect(subParagraph).toMatchObject({
      parent: draft.parts.find((part) => part.label === '4.')?.lineageId,
      text: { ru: expect.stringMatching(/20 минут\.\nСрок продлевается/) },
    });
  });

  it('names the rows that have no counterpart, by line, in both directions', async () => {
    const { faults, draft } = await read(
      standardKk.replace(/^2\) .*\n/m, ''),
      standardRu.replace('## 4. Иные требования', '').replace(/^3-1.*\n/m, ''),
    );
    expect(faults).toEqual([
      expect.objectContaining({ code: 'no-counterpart', language: 'kk', at: 9, row: expect.stringMatching(/^3-1\./) }),
      expect.objectContaining({
        code: 'no-counterpart',
        language: 'kk',
        at: 24,
        row: expect.stringMatching(/^4\. Өзге/),
      }),
      expect.objectContaining({ code: 'no-counterpart', language: 'kk', at: 26, lackedBy: 'ru' }),
      expect.objectContaining({ code: 'no-counterpart', language: 'ru', at: 13, lackedBy: 'kk' }),
      expect.objectContaining({ code: 'no-counterpart', language: 'ru', row: expect.stringMatching(/^7\. Единый/) }),
    ]);
    expect(draft.parts.find((part) => part.label === '3-1.')).toMatchObject({ text: { ru: '' } });
  });

  it('names a part that stands elsewhere and a number given twice', async () => {
    const swapped = standardRu.replace(/^(4\. [\s\S]*?)(5\. .*\n)/m, '$2\n$1');
    expect((await read(standardKk, swapped)).faults.map((fault) => fault.code)).toContain('order-differs');
    const twice = await read(standardKk.replace('2. Мем', '1. Мем'), standardRu.replace('2. Станд', '1. Станд'));
    expect(twice.faults).toEqual([
      expect.objectContaining({ code: 'label-repeated', language: 'kk', at: 6 }),
      expect.objectContaining({ code: 'label-repeated', language: 'ru', at: 6 }),
    ]);
  });

  it('refuses an empty file with a row-level fault', async () => {
    const { faults } = await read('', standardRu);
    expect(faults[0]).toMatchObject({ code: 'nothing-to-read', language: 'kk' });
  });

  it('reads a draft of one language for a profile that asks for one', async () => {
    const { draft, faults } = await readDraft([
      { language: 'en', format: 'markdown', text: '# A\n\n## 4 Scope\n\n4.1. Text' },
    ]);
    expect(faults).toEqual([]);
    expect(draft.parts.map((part) => part.label)).toEqual(['4', '4.1.']);
    expect(completenessFaults(draft, ['en'])).toEqual([]);
    expect(completenessFaults(draft).length).toBeGreaterThan(0);
  });
});
