import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#lib/testing';
import { BAND_BITS, bandKeys, likeness, signatureHex, signatureOf, VALUES } from '../../domain/similarity/signature.js';
import { letter, letterOnPaper, others } from '../../testing/grouping-bed.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the same in SQL as in the domain', () => {
  it('likeness and the keys of bands', async () => {
    const texts = [letter, letterOnPaper, ...others, ''];
    for (const a of texts) {
      for (const b of texts) {
        const [one, other] = [signatureOf(a), signatureOf(b)];
        const [row] = await database.query<{ alike: number; keys: number[] }>(
          `select signature_likeness(a, b) as alike,
                  (select array_agg(substring(a from (${BAND_BITS} * n + 1) for ${BAND_BITS})::integer order by n)
                     from generate_series(0, 31) n) as keys
             from (select ('x' || $1)::bit(1024) as a, ('x' || $2)::bit(1024) as b) s`,
          [signatureHex(one), signatureHex(other)],
        );
        expect(row).toEqual({ alike: likeness(one, other) * VALUES, keys: [...bandKeys(one)] });
      }
    }
  });
});
