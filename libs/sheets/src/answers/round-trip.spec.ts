import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { tidyDecision } from '#lib/consideration';
import { bytesOf, readXlsx, textInCell, writeXlsx } from '#lib/documents';
import { languages } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import fc from 'fast-check';
import { EditedWorkbook } from '../testing/edited-workbook.js';
import { clauseIds, hardRows, sampleDecision, sampleFacts, sampleRow, streamed } from '../testing/sample-answers.js';
import { LabelReader } from '../workbook/clause-labels.js';
import { inOneForm } from '../workbook/heading-key.js';
import { typedKeys } from './answer-columns.js';
import { answersWorkbook } from './answers-workbook.js';
import { isSame } from './judge-answer.js';
import { parseAnswer } from './parse-answer.js';
import { readAnswers, type ReadAnswer } from './read-answers.js';
import type { RowToExport } from './rows-to-export.js';

const { reasons } = profileById(sampleFacts.profileId).decisions;
const written = (rows: readonly RowToExport[], language = sampleFacts.language): Promise<Buffer> =>
  bytesOf(writeXlsx(answersWorkbook({ ...sampleFacts, language }, streamed(rows))));
const readBack = async (content: Buffer): Promise<ReadAnswer[]> => readAnswers(await readXlsx(content));
const parsed = (answer: ReadAnswer) =>
  parseAnswer(answer, reasons, new LabelReader(sampleFacts.versions, answer.state?.language ?? 'kk'));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    '\r\n=1',
    '@а',
    '+1',
    '-1',
    '\u202Eабв',
    '_x000D_',
    'a\u0000b',
    'ә'.repeat(33_000),
    ' а ',
    'TRUE',
    '1.2',
  ),
);

/** A decision as a database may hold it. */
const anyDecision = fc
  .record({
    outcome: fc.constantFrom('TAKEN_INTO_ACCOUNT' as const, 'NOT_TAKEN_INTO_ACCOUNT' as const),
    reasonCode: fc.constantFrom(...reasons.map(({ code }) => code)),
    groundKk: anyText.map((text) => `ә${text}`),
    groundRu: anyText.map((text) => `${text}ы`),
    changedClauses: fc.shuffledSubarray(clauseIds),
    noChangeKk: fc.option(anyText),
    noChangeRu: fc.option(anyText),
  })
  .map(tidyDecision);

describe('export and import', () => {
  it('give back every decision as the same, in every language, whatever stands in its texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, fc.option(anyDecision)), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...languages),
        async (facts, language) => {
          const rows = facts.map(([text, decision], index) => sampleRow(index, text, decision));
          const answers = await readBack(await written(rows, language));
          expect(answers.map(({ faults }) => faults)).toEqual(rows.map(() => []));
          for (const [index, answer] of answers.entries()) {
            const { decision = null } = rows[index]?.point ?? {};
            const { isBlank, decision: back, faults } = parsed(answer);
            expect([isBlank, faults]).toEqual([decision === null, []]);
            expect(decision === null || isSame(back, decision)).toBe(true);
            expect(inOneForm(answer.texts.remark)).toBe(inOneForm(textInCell(rows[index]?.remark.text ?? '')));
            expect(answer.state).toMatchObject({
              remarkId: rows[index]?.remark.id,
              decision: decision ? 1 : 0,
              language,
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('take what is typed into a cell as it was typed, but for blanks around it', async () => {
    const content = await written([sampleRow(1, 'Мәтін', sampleDecision)]);
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom("'=1+1", '=A1', 'бір\nекі', '\u202Eа', 'а'.repeat(20_000)),
    );
    await fc.assert(
      fc.asyncProperty(
        typed.filter((text) => text.trim() !== '' && !text.includes('\r')),
        async (text) => {
          const sheet = await EditedWorkbook.of(content);
          const [answer] = await readBack(await sheet.type(2, 'ground-ru', text).save());
          expect(answer && parsed(answer).decision?.groundRu).toBe(text.trim());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('notice a sheet without its columns, and leave columns of others alone', async () => {
    const sheet = await EditedWorkbook.of(await written([sampleRow(1, 'Мәтін', sampleDecision)]));
    sheet.typeAt('Z1', 'Менің есебім').typeAt('Z2', { formula: 'SUM(1,1)', shows: '2' });
    expect(await readBack(await sheet.save())).toMatchObject([{ row: 2, faults: [] }]);
    for (const key of ['state', 'number', 'remark', ...typedKeys.filter((each) => each !== 'observations')]) {
      const bare = await EditedWorkbook.of(await written([sampleRow(1, 'Мәтін', sampleDecision)]));
      bare.type(1, key, 'басқа сөз');
      await expect(readBack(await bare.save())).rejects.toMatchObject({
        details: { fault: 'column-missing', named: [key] },
      });
    }
  });
});

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../testing/fixtures/${name}`, import.meta.url)));

describe('a sheet that LibreOffice saved anew', () => {
  const said = ({ texts, state }: ReadAnswer) => ({ texts, state });

  it('says the same, cell for cell, and its hidden states are whole', async () => {
    const before = await readBack(await written(hardRows()));
    const after = await readBack(fixture('resaved-by-libreoffice.xlsx'));
    expect(after.map(said)).toEqual(before.map(said));
    expect(after.every(({ state, faults }) => state !== undefined && faults.length === 0)).toBe(true);
  });

  it('says the same when its columns were moved about and a title put above', async () => {
    const before = await readBack(await written(hardRows()));
    const after = await readBack(fixture('moved-and-resaved-by-libreoffice.xlsx'));
    expect(after.map(said)).toEqual(before.map(said));
    expect(after[0]?.row).toBe(4);
  });
});
