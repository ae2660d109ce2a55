import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { row, sheet, workbook, written } from '../testing/written-workbook.js';
import { writeXlsx } from './write-xlsx.js';

describe('a stream of XLSX', () => {
  it('asks for rows only as they are taken, and lets go of them when the reader stops', async () => {
    let asked = 0;
    let isEnded = false;
    function* endless() {
      try {
        for (;;) yield row(++asked, `мәтін ${Math.random()} ${Math.random()}`, null, null);
      } finally {
        isEnded = true;
      }
    }
    const stream = writeXlsx(workbook([sheet(endless())]));
    for await (const chunk of stream) if (chunk && asked > 0) break;
    for (let turn = 0; turn < 100 && !isEnded; turn++) await setImmediate();
    expect(asked).toBeLessThan(50_000);
    expect(isEnded).toBe(true);
  });

  it('fails when a row does not fit, a number is none, the rows or sheets fail, or there is nothing', async () => {
    await expect(written(workbook([sheet([[1]])]))).rejects.toThrow(/1 values under 4 headings/);
    await expect(written(workbook([sheet([row(NaN, null, null, null)])]))).rejects.toThrow(/NaN under "р\/с №"/);
    await expect(written(workbook([sheet([], { columns: [] })]))).rejects.toThrow(/has no columns/);
    await expect(written(workbook([]))).rejects.toThrow('a workbook needs a sheet');
    function* broken<T>(first: T): Generator<T> {
      yield first;
      throw new Error('the cursor broke');
    }
    await expect(written(workbook([sheet(broken([1, 'а', null, null]))]))).rejects.toThrow('the cursor broke');
    await expect(written(workbook(broken(sheet([]))))).rejects.toThrow('the cursor broke');
  });

  it('ends the rows it has not read when it fails', async () => {
    let isEnded = false;
    function* rows() {
      try {
        yield row(1);
        yield row(2);
      } finally {
        isEnded = true;
      }
    }
    await expect(written(workbook([sheet(rows())]))).rejects.toThrow(RangeError);
    for (let turn = 0; turn < 100 && !isEnded; turn++) await setImmediate();
    expect(isEnded).toBe(true);
  });
});
