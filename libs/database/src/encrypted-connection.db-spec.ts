import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#lib/testing';
import { createDataSource } from './data-source.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('an address with sslmode=verify-full (ASVS 12.3.1, 12.3.2)', () => {
  it('reaches no server that speaks unencrypted', async () => {
    const source = createDataSource({ url: `${database.url}?sslmode=verify-full`, pool: 1 });
    await expect(source.initialize()).rejects.toThrow('The server does not support SSL connections');
  });

  it('is otherwise an address like any', async () => {
    const source = createDataSource({ url: database.url, pool: 1 });
    await source.initialize();
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });
});
