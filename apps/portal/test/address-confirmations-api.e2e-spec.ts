import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { from } from './form-post.js';
import { type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { endTerm, type Scene } from './scene.js';
import { addressOf, email, SenderScene } from './sender-scene.js';

let at: ProviderScene;
let senders: SenderScene;
beforeAll(async () => {
  at = await startWithProvider([], { TRUSTED_PROXIES: '127.0.0.1' });
  senders = new SenderScene(at);
}, 120_000);
afterAll(() => at.stop());

const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
  at.portal.send('POST', `/api/v1/${path}`, { payload, headers });
const ask = ({ discussionId }: Pick<Scene, 'discussionId'>, over: object = {}, headers = {}) =>
  post(`discussions/${discussionId}/address-confirmations`, { address: email, language: 'ru', ...over }, headers);
const tokenFor = async (scene: Scene) => (await senders.linkOf(scene)).split('/').at(-1) ?? '';
const problem = (answer: Awaited<ReturnType<typeof ask>>) => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return [answer.statusCode, answer.json<{ code: string }>().code];
};

describe('a program asks a mailbox whether remarks may be sent from it (AMB-20)', () => {
  it('and sends them with the pass that the token of the letter gives', async () => {
    const scene = await senders.under('eu-2026');
    const asked = await ask(scene);
    expect([asked.statusCode, asked.body, asked.headers['set-cookie']]).toEqual([202, '', undefined]);
    const token = await tokenFor(scene);
    const made = await post('sender-passes', { token });
    expect([made.statusCode, made.headers['cache-control'], made.headers['set-cookie']]).toEqual([
      201,
      'no-store',
      undefined,
    ]);
    const { discussionId } = scene;
    expect(made.json()).toEqual({ pass: expect.any(String), goodForSeconds: 1800, discussionId, address: email });
    const { pass } = made.json<{ pass: string }>();
    expect(Buffer.from(pass, 'base64url').toString('latin1')).not.toContain('azamat');
    for (let remark = 0; remark < 2; remark += 1)
      expect((await senders.byProgram(scene, { 'sender-pass': pass })).statusCode).toBe(201);
    const rows = await at.portal.database.query('select confirmation from remark where discussion_id = $1', [
      discussionId,
    ]);
    expect(rows).toEqual([{ confirmation: 'EMAIL' }, { confirmation: 'EMAIL' }]);
    expect(problem(await post('sender-passes', { token }))).toEqual([410, 'link-not-valid']);
    expect(await senders.waiting(scene)).toBe(0);
  });

  it('and is let in by no other: changed, of another address, in another discussion, none', async () => {
    const scene = await senders.under('eu-2026');
    await ask(scene);
    const { pass } = (await post('sender-passes', { token: await tokenFor(scene) })).json<{ pass: string }>();
    const changed = `${pass.slice(0, 60)}${pass[60] === 'A' ? 'B' : 'A'}${pass.slice(61)}`;
    const other = { sender: { kind: 'INDIVIDUAL', name: 'А', email: 'else@secret.example' } };
    const elsewhere = await senders.under('eu-2026');
    for (const [answer, fault] of [
      [await senders.byProgram(scene), 'nothing-confirmed'],
      [await senders.byProgram(scene, { 'sender-pass': changed }), 'nothing-confirmed'],
      [await senders.byProgram(scene, { 'sender-pass': '' }), 'nothing-confirmed'],
      [await senders.byProgram(scene, { 'sender-pass': pass }, other), 'other-address'],
      [await senders.byProgram(elsewhere, { 'sender-pass': pass }), 'other-discussion'],
    ] as const) {
      expect(problem(answer)).toEqual([422, 'sender-not-confirmed']);
      expect(answer.json().details.fault).toBe(fault);
    }
    expect([await senders.remarksOf(scene), await senders.remarksOf(elsewhere)]).toEqual([0, 0]);
  });

  it('by the letter of a page too, and a page by the letter of a program', async () => {
    const scene = await senders.under('eu-2026');
    await new Visitor(at).post(addressOf(scene), { email });
    expect((await post('sender-passes', { token: await tokenFor(scene) })).statusCode).toBe(201);
    await ask(scene, { clause: scene.clauses[4] });
    const pressed = await new Visitor(at).post(await senders.linkOf(scene));
    expect(pressed.headers.location).toBe(`/ru/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
  });

  it('gets the same answer whether or not a letter goes', async () => {
    const scene = await senders.under('eu-2026');
    const answers = new Set<string>();
    for (let count = 0; count < 5; count += 1) {
      const { statusCode, body, headers } = await ask(scene, { address: 'bombed@secret.example' });
      answers.add(JSON.stringify([statusCode, body, headers['content-type'], headers['content-length']]));
    }
    expect([answers.size, await senders.waiting(scene)]).toEqual([1, 3]);
  });

  it('is told what is no address, no discussion that asks for one, and no token', async () => {
    const scene = await senders.under('eu-2026');
    const nameAndContact = await senders.under('kz-126-by-decision');
    const over = await senders.under('eu-2026');
    await endTerm(at.portal, over);
    for (const [answer, status, code] of [
      [await ask(scene, { address: 'не адрес' }), 400, 'invalid-input'],
      [await ask(scene, { address: undefined }), 400, 'invalid-input'],
      [await ask(scene, { language: 'de' }), 400, 'invalid-input'],
      [await ask(scene, { more: 1 }), 400, 'invalid-input'],
      [await ask({ discussionId: newId() }), 404, 'not-found'],
      [await ask(nameAndContact), 409, 'wrong-state'],
      [await ask(over), 409, 'wrong-state'],
      [await post('sender-passes', { token: 'a'.repeat(43) }), 410, 'link-not-valid'],
      [await post('sender-passes', { token: '../x' }), 400, 'invalid-input'],
    ] as const)
      expect(problem(answer)).toEqual([status, code]);
    expect(await senders.waiting(scene)).toBe(0);
  });

  it('asks and confirms as often from one place as the pages do', async () => {
    const scene = await senders.under('eu-2026');
    const headers = from('203.0.113.70');
    for (let count = 0; count < 60; count += 1)
      expect((await ask(scene, { address: `${count}@secret.example` }, headers)).statusCode).toBe(202);
    const asked = await ask(scene, {}, headers);
    expect([problem(asked), asked.headers['retry-after']]).toEqual([[429, 'too-many-requests'], expect.any(String)]);
    expect((await post('sender-passes', { token: 'a'.repeat(43) }, headers)).statusCode).toBe(429);
    expect((await ask(scene, {}, from('203.0.113.71'))).statusCode).toBe(202);
  });
});
