import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { startWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.portal.stop());

describe('equal requests at once', () => {
  const body = (discussion: World['open']) => ({
    kind: 'REMARK',
    language: 'kk',
    text: 'Мерзімі ұзақ.',
    anchors: discussion.clauses.slice(4, 5),
    sender: { kind: 'INDIVIDUAL', name: 'Біреу', email: 'bireu@secret.example' },
  });

  it('NT15: thirty sendings under one key are one remark and one receipt', async () => {
    const count = async () =>
      Number((await world.portal.database.query<{ n: string }>('select count(*) as n from remark'))[0]?.n);
    const before = await count();
    const headers = { 'idempotency-key': `"${newId()}"` };
    const url = `/api/v1/discussions/${world.open.discussionId}/remarks`;
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => world.portal.send('POST', url, { headers, payload: body(world.open) })),
    );
    const taken = answers.filter(({ statusCode }) => statusCode === 201);
    expect(answers.every(({ statusCode }) => [201, 409, 503].includes(statusCode))).toBe(true);
    expect(new Set(taken.map((answer) => answer.json<{ number: string }>().number)).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });

  it('NT39: fifty receipts at once each tell their own number and no other', async () => {
    const url = `/api/v1/discussions/${world.open.discussionId}/remarks`;
    const receipts = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const headers = { 'idempotency-key': `"${newId()}"` };
        const answer = await world.portal.send('POST', url, { headers, payload: body(world.open) });
        return answer.json<{ number: string; secret: string }>();
      }),
    );
    const asked = Array.from({ length: 50 }, (_, turn) => receipts[turn % receipts.length]);
    const answers = await Promise.all(
      asked.map((own) => world.portal.get(`/ru/remarks/${own?.number}/${own?.secret}/receipt.json`)),
    );
    for (const [turn, { statusCode, body: text }] of answers.entries()) {
      expect([statusCode, text.includes(asked[turn]?.number ?? 'no number')]).toEqual([200, true]);
      const others = receipts.filter((each) => each !== asked[turn] && text.includes(each.number));
      expect(others).toEqual([]);
    }
  });

  it('NT62: a file that belongs to another’s remark is not taken into one’s own', async () => {
    const { open, ids, portal } = world;
    const fields = {
      key: newId(),
      kind: 'REMARK',
      anchors: open.clauses[4] ?? '',
      text: 'Мерзімі ұзақ.',
      senderKind: 'INDIVIDUAL',
      name: 'Біреу',
      email: 'bireu@secret.example',
      kept: ids.fileId,
    };
    const owners = 'select count(*) as n from remark_attachment where file_id = $1';
    const counted = async () => (await portal.database.query<{ n: string }>(owners, [ids.fileId]))[0]?.n;
    const before = await counted();
    const sent = await portal.send('POST', `/ru/discussions/${open.discussionId}/remark`, {
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(sent.body).not.toContain('сурет');
    expect(await counted()).toBe(before);
  });
});
