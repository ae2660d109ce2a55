import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordReceivedRemark } from '#lib/discussion';
import { instantOf } from '#lib/kernel';
import { officerOf } from '#lib/testing';
import { type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { closeScene, type Scene, signIn } from './scene.js';
import { SenderScene } from './sender-scene.js';

let at: ProviderScene;
let scene: Scene;
beforeAll(async () => {
  at = await startWithProvider([{ sub: '870101300123', name: 'Құпия Расталғанов' }]);
  const senders = new SenderScene(at);
  scene = await senders.under('eu-2026');
  const named = new Visitor(at);
  await named.through(`/ru/discussions/${scene.discussionId}/sender`, '870101300123');
  await senders.send(named, scene, { text: 'От подтвержденного поставщиком.' });
  const mail = await senders.confirmed(scene);
  await senders.send(mail, scene, { text: 'С подтвержденного адреса.' });
  await at.portal.app.get(RecordReceivedRemark, { strict: false }).execute(
    scene.discussionId,
    {
      channel: 'PAPER',
      arrivedAt: instantOf(Date.now() - 60_000),
      content: { kind: 'REMARK', language: 'ru', text: 'Письмо на бумаге.', anchors: [] },
      sender: { kind: 'INDIVIDUAL', name: 'Азамат' },
    },
    officerOf(scene.bodyId),
  );
  await closeScene(at.portal, scene);
}, 120_000);
afterAll(() => at.stop());

describe('how senders were confirmed', () => {
  it('is seen and asked for in the queue by officials of the body', async () => {
    const officer = await signIn(at.portal, scene.officer);
    const api = `/api/v1/discussions/${scene.discussionId}/queue`;
    const page = `/ru/officer/discussions/${scene.discussionId}/queue`;
    const textsOf = async (query: string) =>
      (await at.portal.get(`${api}${query}`, officer))
        .json<{ items: { text: string; senderConfirmation: string | null }[] }>()
        .items.map(({ text, senderConfirmation }) => [text, senderConfirmation]);
    const provider = ['От подтвержденного поставщиком.', 'PROVIDER'];
    const mailbox = ['С подтвержденного адреса.', 'EMAIL'];
    const letter = ['Письмо на бумаге.', null];
    expect(new Set(await textsOf(''))).toEqual(new Set([letter, provider, mailbox]));
    expect(await textsOf('?senderConfirmed=true')).toEqual([provider, mailbox]);
    expect(await textsOf('?senderConfirmed=false')).toEqual([letter]);
    expect((await at.portal.get(`${api}?senderConfirmed=perhaps`, officer)).statusCode).toBe(400);
    const confirmed = (await at.portal.get(`${page}?sender=confirmed`, officer)).body;
    for (const said of ['личность подтверждена', 'адрес подтвержден', provider[0], mailbox[0]])
      expect(confirmed).toContain(said);
    expect(confirmed).not.toContain(letter[0]);
    const others = (await at.portal.get(`${page}?sender=named`, officer)).body;
    expect([others.includes('Письмо на бумаге.'), others.includes('С подтвержденного адреса.')]).toEqual([true, false]);
  });

  it('is counted at the closing, apart and for them alone; a name is nowhere', async () => {
    const officer = await signIn(at.portal, scene.officer);
    const page = await at.portal.get(`/ru/officer/discussions/${scene.discussionId}/report`, officer);
    expect(page.body).toContain(
      'Отправители: 0 подписали замечание, 1 подтверждены поставщиком идентификации, 1 – своим почтовым ящиком, 1 не подтверждены или внесены',
    );
    const api = `/api/v1/discussions/${scene.discussionId}/closing-checklist`;
    expect((await at.portal.get(api, officer)).json().senders).toEqual({
      bySignature: 0,
      byProvider: 1,
      byMailbox: 1,
      notConfirmed: 1,
    });
    const stranger = await signIn(at.portal, scene.stranger);
    expect((await at.portal.get(api, stranger)).statusCode).toBe(404);
    expect((await at.portal.get(`/api/v1/discussions/${scene.discussionId}/queue`, stranger)).statusCode).toBe(404);
    const publicly = await Promise.all(
      [`/api/v1/discussions/${scene.discussionId}/remarks`, `/ru/discussions/${scene.discussionId}`].map((url) =>
        at.portal.get(url),
      ),
    );
    const ledger = JSON.stringify(await at.portal.database.query('select data from ledger_entry'));
    for (const text of [...publicly.map(({ body }) => body), ledger])
      expect(text).not.toMatch(/senderConfirmation|PROVIDER|Расталғанов|secret\.example/);
  });
});
