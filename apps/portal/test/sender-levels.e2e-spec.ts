import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { from } from './form-post.js';
import { type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { endTerm, signIn } from './scene.js';
import { addressOf, email, formOf, identityOf, SenderScene } from './sender-scene.js';

let at: ProviderScene;
let senders: SenderScene;
beforeAll(async () => {
  at = await startWithProvider([{ sub: '870101300123', name: 'Құпия Расталғанов' }], { TRUSTED_PROXIES: '127.0.0.1' });
  senders = new SenderScene(at);
}, 120_000);
afterAll(() => at.stop());

describe('a discussion that asks for a confirmed address (AMB-20)', () => {
  it('leads from the form to a letter, by a press back to the form with the address in it, and takes the remark', async () => {
    const scene = await senders.under('eu-2026');
    const visitor = new Visitor(at);
    expect((await visitor.get(formOf(scene))).headers.location).toBe(addressOf(scene));
    const gate = await visitor.get(addressOf(scene));
    expect(gate.body).toContain('Подтвердите адрес электронной почты');
    expect(gate.body).toContain('Подтвердить личность через eGov');
    const asked = await visitor.post(addressOf(scene), { email });
    expect([asked.statusCode, asked.body.includes(email)]).toEqual([200, false]);
    const link = await senders.linkOf(scene);
    for (let look = 0; look < 3; look += 1) {
      const page = await visitor.get(link);
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(page.body).toContain(email);
    }
    expect([visitor.cookies.size, await senders.waiting(scene)]).toEqual([0, 1]);
    const pressed = await visitor.post(link);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, formOf(scene)]);
    expect(String(pressed.headers['set-cookie'])).toMatch(
      /talqy_sender=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1800/,
    );
    const form = await visitor.get(formOf(scene));
    expect(form.body).toContain(`value="${email}"`);
    expect(form.body).toContain('подтвержден для этого обсуждения');
    const sent = await senders.send(visitor, scene);
    const [, number = ''] = /\/remarks\/([^/]+)\//.exec(String(sent.headers.location)) ?? [];
    const seen = await at.portal.get(`/ru/officer/remarks/${number}`, await signIn(at.portal, scene.officer));
    expect(seen.body).toContain('адрес подтвержден письмом');
    expect((await senders.viaApi(visitor, scene)).statusCode).toBe(201);
    expect((await senders.viaApi(visitor, scene, { text: 'Пересмотрите и форму.' })).statusCode).toBe(201);
    expect(await senders.waiting(scene)).toBe(0);
  });

  it('brings back to the clause at which the form was opened, by the letter and by the provider', async () => {
    const scene = await senders.under('eu-2026');
    const clause = scene.clauses[4] ?? '';
    const visitor = new Visitor(at);
    const gate = await visitor.get(`${formOf(scene)}?clause=${clause}`);
    expect(gate.headers.location).toBe(`${addressOf(scene)}?clause=${clause}`);
    expect((await visitor.get(String(gate.headers.location))).body).toContain(`name="clause" value="${clause}"`);
    await visitor.post(addressOf(scene), { email, clause });
    const pressed = await visitor.post(await senders.linkOf(scene));
    expect(pressed.headers.location).toBe(`${formOf(scene)}?clause=${clause}`);
    const other = new Visitor(at);
    const back = await other.through(`/ru/discussions/${scene.discussionId}/sender?clause=${clause}`, '870101300123');
    expect(back.headers.location).toBe(`${formOf(scene)}?clause=${clause}`);
    const refused = await new Visitor(at).through(`/ru/discussions/${scene.discussionId}/sender?clause=${clause}`, '', {
      refuses: true,
    });
    expect(refused.headers.location).toBe(`${formOf(scene)}?sender=refused`);
    expect((await other.get(`${addressOf(scene)}?clause=%22%3E`)).body).not.toContain('name="clause"');
  });

  it('confirms by POST alone, once, and not after an hour', async () => {
    const scene = await senders.under('eu-2026');
    const visitor = new Visitor(at);
    await visitor.post(addressOf(scene), { email });
    const link = await senders.linkOf(scene);
    await at.portal.app.getHttpAdapter().getInstance().inject({ method: 'HEAD', url: link });
    expect((await visitor.post(link)).statusCode).toBe(303);
    const twice = new Visitor(at);
    for (const answer of [await twice.post(link), await twice.get(link)]) expect(answer.statusCode).toBe(410);
    await visitor.post(addressOf(scene), { email });
    const late = await senders.linkOf(scene);
    await at.portal.database.query('update address_confirmation set expires_at = clock_timestamp()');
    expect((await twice.post(late)).statusCode).toBe(410);
    expect(twice.cookies.size).toBe(0);
  });

  it('takes nothing unconfirmed, and what was typed stays in the form with the way to confirm', async () => {
    const scene = await senders.under('eu-2026');
    const answer = await senders.send(new Visitor(at), scene);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Сначала подтвердите, кто вы');
    expect(answer.body).toContain('Срок слишком велик для всех заявителей.');
    expect(answer.body).toMatch(new RegExp(`href="${addressOf(scene)}" target="_blank" rel="noopener"`));
    const api = await senders.viaApi(new Visitor(at), scene);
    expect([api.statusCode, api.json()]).toMatchObject([
      422,
      {
        code: 'sender-not-confirmed',
        details: { needs: 'confirmed-email', fault: 'nothing-confirmed', clause: 'AMB-20' },
      },
    ]);
    expect(await senders.remarksOf(scene)).toBe(0);
  });

  it('takes nothing from another address than was confirmed, in another discussion, or by a pass that was changed', async () => {
    const scene = await senders.under('eu-2026');
    const visitor = await senders.confirmed(scene);
    const other = await senders.send(visitor, scene, { email: 'else@secret.example' });
    expect([other.statusCode, other.body.includes('Укажите подтвержденный адрес')]).toEqual([422, true]);
    const api = await senders.viaApi(visitor, scene, {
      sender: { kind: 'INDIVIDUAL', name: 'А', email: 'else@secret.example' },
    });
    expect(api.json().details.fault).toBe('other-address');
    const elsewhere = await senders.under('eu-2026');
    expect((await visitor.get(formOf(elsewhere))).headers.location).toBe(addressOf(elsewhere));
    expect((await senders.viaApi(visitor, elsewhere)).json().details.fault).toBe('other-discussion');
    const pass = visitor.cookies.get('talqy_sender') ?? '';
    visitor.cookies.set('talqy_sender', `${pass.slice(0, 60)}${pass[60] === 'A' ? 'B' : 'A'}${pass.slice(61)}`);
    expect((await senders.viaApi(visitor, scene)).json().details.fault).toBe('nothing-confirmed');
    expect([await senders.remarksOf(scene), await senders.remarksOf(elsewhere)]).toEqual([0, 0]);
  });

  it('lets in whom a provider named, without a letter', async () => {
    const scene = await senders.under('eu-2026');
    const visitor = new Visitor(at);
    await visitor.through(`/ru/discussions/${scene.discussionId}/sender`, '870101300123');
    expect((await visitor.get(formOf(scene))).statusCode).toBe(200);
    expect((await senders.send(visitor, scene)).statusCode).toBe(303);
  });

  it('forgets a confirmed address when asked to', async () => {
    const scene = await senders.under('eu-2026');
    const visitor = await senders.confirmed(scene);
    await visitor.post(`/ru/discussions/${scene.discussionId}/sender/forget`);
    expect((await visitor.get(formOf(scene))).headers.location).toBe(addressOf(scene));
  });

  it('answers the same whether or not a letter goes, and says what is no address', async () => {
    const scene = await senders.under('eu-2026');
    const ask = (given: string) => new Visitor(at).post(addressOf(scene), { email: given });
    const bodies = new Set<string>();
    for (let count = 0; count < 5; count += 1)
      bodies.add((await ask('bombed@secret.example')).body.replaceAll(/nonce="[^"]*"/g, ''));
    expect([bodies.size, await senders.waiting(scene)]).toEqual([1, 3]);
    const wrong = await ask('не адрес');
    expect([wrong.statusCode, wrong.body.includes('не адрес')]).toEqual([422, true]);
  });

  it('sends no letter to what is left of an address that is too long', async () => {
    const scene = await senders.under('eu-2026');
    const longest = `${'a'.repeat(64)}@${'d'.repeat(186)}.kz`;
    const tooLong = await new Visitor(at).post(addressOf(scene), { email: `${longest}kz` });
    expect([tooLong.statusCode, tooLong.body.includes(`value="${longest}kz"`)]).toEqual([422, true]);
    expect(await senders.waiting(scene)).toBe(0);
    expect((await new Visitor(at).post(addressOf(scene), { email: longest })).statusCode).toBe(200);
    expect(await senders.waiting(scene)).toBe(1);
  });

  it('is asked no oftener than the limit from one address', async () => {
    const scene = await senders.under('eu-2026');
    const ask = (count: number) =>
      at.portal.send('POST', addressOf(scene), {
        headers: { ...from('203.0.113.77'), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email: `a${count}@secret.example` }).toString(),
      });
    const codes = [];
    for (let count = 0; count < 61; count += 1) codes.push((await ask(count)).statusCode);
    expect([codes[59], codes[60]]).toEqual([200, 429]);
  });

  it('asks for no address where nothing is taken, or none is needed', async () => {
    const closed = await senders.under('eu-2026');
    await endTerm(at.portal, closed);
    expect((await new Visitor(at).get(addressOf(closed))).headers.location).toBe(
      `/ru/discussions/${closed.discussionId}`,
    );
    const open = await senders.under('uk');
    for (const answer of [
      await new Visitor(at).get(addressOf(open)),
      await new Visitor(at).post(addressOf(open), { email }),
      await new Visitor(at).get(identityOf(open)),
    ])
      expect(answer.headers.location).toBe(formOf(open));
    expect([await senders.waiting(closed), await senders.waiting(open)]).toEqual([0, 0]);
    expect((await new Visitor(at).get(`/ru/discussions/${newId()}/sender/address`)).statusCode).toBe(404);
  });
});

describe('a discussion that asks whom a provider names (AMB-20)', () => {
  it('leads from the form to the provider and back, and takes the remark', async () => {
    const scene = await senders.under('kz-open-npa-2026');
    const visitor = new Visitor(at);
    expect((await visitor.get(formOf(scene))).headers.location).toBe(identityOf(scene));
    expect((await visitor.get(identityOf(scene))).body).toContain('Подтвердить личность через eGov');
    const back = await visitor.through(`/ru/discussions/${scene.discussionId}/sender`, '870101300123');
    expect(back.headers.location).toBe(formOf(scene));
    expect((await visitor.get(formOf(scene))).body).toContain('eGov подтвердил вашу личность: Құпия Расталғанов');
    expect((await senders.send(visitor, scene)).statusCode).toBe(303);
    expect((await senders.viaApi(visitor, scene)).statusCode).toBe(201);
  });

  it('takes nothing by a mailbox, nor from nobody, and tells whom the provider refused', async () => {
    const scene = await senders.under('kz-open-npa-2026');
    const mail = await senders.confirmed(await senders.under('eu-2026'));
    for (const visitor of [new Visitor(at), mail]) {
      expect((await senders.send(visitor, scene)).statusCode).toBe(422);
      expect((await senders.viaApi(visitor, scene)).json()).toMatchObject({
        code: 'sender-not-confirmed',
        details: { needs: 'confirmed-by-provider' },
      });
    }
    const visitor = new Visitor(at);
    const refused = await visitor.through(`/ru/discussions/${scene.discussionId}/sender`, '', { refuses: true });
    const gate = await visitor.get(String(refused.headers.location));
    expect(gate.headers.location).toBe(`${identityOf(scene)}?sender=refused`);
    expect((await visitor.get(String(gate.headers.location))).body).toContain(
      'eGov не подтвердил вашу личность. Можно повторить.',
    );
    expect(await senders.remarksOf(scene)).toBe(0);
  });
});

describe('an enquiry of national bodies', () => {
  it('takes nothing on line, and says where comments come in', async () => {
    const scene = await senders.under('iso-enquiry');
    const visitor = new Visitor(at);
    await visitor.through(`/ru/discussions/${scene.discussionId}/sender`, '870101300123');
    expect((await visitor.get(formOf(scene))).headers.location).toBe(identityOf(scene));
    expect((await visitor.get(identityOf(scene))).body).toContain('от национальных органов по стандартизации');
    expect((await senders.viaApi(visitor, scene)).json().details).toMatchObject({
      needs: 'national-body',
      fault: 'not-on-line',
    });
  });
});
