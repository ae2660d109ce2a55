import { describe, expect, it } from '@jest/globals';
import { readAhead } from './read-ahead.js';

describe('reading ahead', () => {
  const log: string[] = [];
  async function* pages(most: number, fault?: Error): AsyncGenerator<number> {
    try {
      for (let page = 1; page <= most; page += 1) {
        log.push(`read ${page}`);
        await Promise.resolve();
        yield page;
      }
      if (fault) throw fault;
    } finally {
      log.push('ended');
    }
  }
  const take = async (items: AsyncIterable<number>, most = Infinity) => {
    const taken: number[] = [];
    for await (const item of items) {
      taken.push(item);
      log.push(`worked on ${item}`);
      if (taken.length === most) break;
    }
    return taken;
  };

  it('gives the same items, the next one asked for before the one in hand is done', async () => {
    log.splice(0);
    expect(await take(readAhead(pages(3)))).toEqual([1, 2, 3]);
    expect(log.indexOf('read 2')).toBeLessThan(log.indexOf('worked on 1'));
    expect(log.indexOf('read 3')).toBeGreaterThan(log.indexOf('worked on 1'));
  });

  it('ends the source when its reader stops, and tells its fault in its place', async () => {
    log.splice(0);
    expect(await take(readAhead(pages(9)), 2)).toEqual([1, 2]);
    expect(log.at(-1)).toBe('ended');
    expect(log).not.toContain('read 4');
    const taken = take(readAhead(pages(2, new Error('away'))));
    await expect(taken).rejects.toThrow('away');
    expect(log.slice(-2)).toEqual(['ended', 'worked on 2']);
  });
});
