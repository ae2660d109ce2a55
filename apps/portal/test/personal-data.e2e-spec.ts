import { newId } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const send = (fields: Record<string, string>) =>
  portal.send('POST', `/en/discussions/${scene.discussionId}/remark`, multipartForm(fields));

const filled = (text: string, over: Record<string, string> = {}) => ({
  key: newId(),
  kind: 'REMARK',
  anchors: scene.clauses[4] ?? '',
  text,
  senderKind: 'INDIVIDUAL',
  name: 'Құпия Атауы',
  email: 'qupia@secret.example',
  ...over,
});

const count = async () => (await portal.database.query('select from remark')).length;

describe('a text with personal data', () => {
  it('is shown to its author before it is sent, with kind and passage; the author may send it all the same', async () => {
    const before = await count();
    const fields = filled('My number <b>900101300126</b>, call +7 701 123 45 67.');
    const shown = await send(fields);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('Individual identification number (IIN): <mark>900101300126</mark>');
    expect(shown.body).toContain('Telephone number: <mark>+7 701 123 45 67</mark>');
    expect(shown.body).toContain('Send all the same');
    expect(await count()).toBe(before);
    const seen = /name="personalSeen" value="([0-9a-f]{64})"/.exec(shown.body)?.[1] ?? '';
    expect((await send({ ...fields, personalSeen: seen })).statusCode).toBe(303);
    expect(await count()).toBe(before + 1);
  });

  it('is shown again when another passage came in', async () => {
    const fields = filled('Write to a@b.kz');
    const seen = /name="personalSeen" value="(\w+)"/.exec((await send(fields)).body)?.[1] ?? '';
    const other = await send({ ...fields, text: 'Write to c@d.kz', personalSeen: seen });
    expect(other.body).toContain('<mark>c@d.kz</mark>');
  });

  it('is not spoken of where there is none, and faults are told first', async () => {
    expect((await send(filled('Three days, please.'))).statusCode).toBe(303);
    const faulty = await send(filled('Write to a@b.kz', { name: '' }));
    expect(faulty.statusCode).toBe(422);
    expect(faulty.body).not.toContain('personalSeen');
  });
});
