import { migrate, revertDownTo } from '#lib/database';
import { createTestDatabase, insertDiscussion, type TestDatabase } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

describe('migration 37', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is not taken back over sealed senders, moves those that stood in clear, and brings them back', async () => {
    const { remarks } = await insertDiscussion(database, { remarks: 2, late: 1 });
    await expect(revertDownTo(database.url, 'SendersSealed')).rejects.toThrow('sealed senders cannot be opened here');
    await database.query('delete from sealed_sender');
    await revertDownTo(database.url, 'SendersSealed');
    await database.query(
      `insert into remark_sender (remark_id, name, email) select id, 'Әсел', 'a@b.kz' from remark where id = $1`,
      [remarks[0]?.id],
    );
    await database.query(`alter table late_arrival disable trigger user`);
    await database.query(`update late_arrival set content = '{"text":"кеш","sender":{"kind":"GROUP","name":"Болат"}}'`);
    await database.query(`alter table late_arrival enable trigger user`);

    await migrate(database.url);
    const clear = await database.query('select sender from clear_sender order by sender->>$1', ['kind']);
    expect(clear).toEqual([
      { sender: { kind: 'GROUP', name: 'Болат' } },
      { sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'a@b.kz' } },
    ]);
    expect(await database.query('select content from late_arrival')).toEqual([
      { content: { text: 'кеш', senderKind: 'GROUP' } },
    ]);

    await revertDownTo(database.url, 'SendersSealed');
    expect(await database.query('select name, email from remark_sender')).toEqual([{ name: 'Әсел', email: 'a@b.kz' }]);
    expect(await database.query('select content from late_arrival')).toEqual([
      { content: { text: 'кеш', sender: { kind: 'GROUP', name: 'Болат' } } },
    ]);
  });
});
