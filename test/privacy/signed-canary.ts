import { newId } from '#lib/kernel';
import { knowSignedProfile, SIGNED_PROFILE } from '#lib/testing';
import { multipartForm } from '../../apps/portal/test/multipart-form.js';
import type { PortalUnderTest } from '../../apps/portal/test/portal-under-test.js';
import { openScene } from '../../apps/portal/test/scene.js';
import { signDetached, type TestPki } from '../../libs/signatures/src/testing/index.js';
import { canary, canaryCertificate } from './canary.js';

/**
 * The person signs a remark by the pages, in a discussion of its own: a signature of another text is refused, the right one taken.
 * @returns the number of the remark
 */
export async function signByForm(portal: PortalUnderTest, pki: TestPki): Promise<string> {
  knowSignedProfile();
  const { discussionId } = await openScene(portal);
  await portal.database.query('update discussion set profile_id = $2 where id = $1', [discussionId, SIGNED_PROFILE]);
  const { kind, representativeGround, ...sender } = canary;
  const typed = { key: newId(), kind: 'REMARK', anchors: 'whole', text: 'Қол қойылған ескерту.', senderKind: kind };
  const fields = { ...typed, ...sender, ground: representativeGround };
  const to = (last: string) => `/ru/discussions/${discussionId}/${last}`;
  const { rawPayload } = await portal.send('POST', to('remark-document'), multipartForm(fields));
  const by = pki.issue({ subject: canaryCertificate });
  const send = (content: Buffer) => {
    const cms = signDetached(content, by, { certificates: [by, pki.intermediate] });
    return portal.send(
      'POST',
      to('remark'),
      multipartForm(fields, [{ name: 'signature', fileName: 'a.p7s', content: cms }]),
    );
  };
  const refused = await send(Buffer.from('another text'));
  const sent = await send(rawPayload);
  const kept = await portal.database.query('select from sealed_sender where sealed_signature is not null');
  if (refused.statusCode !== 422 || kept.length !== 1) throw new Error('the signature was not taken as it should be');
  return /remarks\/([^/]+)\//.exec(String(sent.headers.location))?.[1] ?? '';
}
