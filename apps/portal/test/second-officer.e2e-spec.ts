import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { postingTo } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const t = translator('kk');
const post = postingTo(() => portal);
const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
};

describe('the second officer (REQ-50)', () => {
  it('is asked for what another decided, also when a decision of the same officer is confirmed already', async () => {
    const { number } = await sendRemark(portal, scene, 'Мерзімді қысқартыңыз. Өтінішті поштамен де қабылдаңыз.');
    await closeScene(portal, scene);
    await portal.database.query(`update discussion set profile_id = 'us' where id = $1`, [scene.discussionId]);
    const [first, second] = [await signIn(portal, scene.officer), await signIn(portal, scene.signer)];
    const page = `/kk/officer/remarks/${number}`;
    const isAsked = async (session: Session) =>
      (await portal.get(page, session)).body.includes(t('decide.confirm-hint'));
    const bothAsked = async () => [await isAsked(first), await isAsked(second)];
    const fields = [...(await portal.get(`${page}/points`, first)).body.matchAll(/<select[^>]* name="(TEXT-\d+)"/g)];
    const [one = '', two = ''] = fields.map(([, name]) => name);
    await post(first, `${page}/points`, { [one]: '1', [two]: '2' });
    await post(first, page, { ...refusal, point: '1' });
    expect(await bothAsked()).toEqual([false, false]);
    expect((await post(second, `${page}/confirmation`)).statusCode).toBe(409);
    await post(first, page, { ...refusal, point: '2' });
    expect(await bothAsked()).toEqual([false, true]);
    expect((await post(second, `${page}/confirmation`)).headers.location).toBe(`${page}?done=stood`);
    expect(await bothAsked()).toEqual([false, false]);
    await post(second, page, { ...refusal, point: '2' });
    expect(await bothAsked()).toEqual([true, false]);
    expect((await post(second, `${page}/confirmation`)).statusCode).toBe(403);
    expect((await post(first, `${page}/confirmation`)).headers.location).toBe(`${page}?done=stood`);
    expect(await bothAsked()).toEqual([false, false]);
  });
});
