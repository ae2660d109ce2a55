import { instantOf } from '#lib/kernel';
import { knowSignedProfile, SIGNED_PROFILE } from '#lib/testing';
import { rootsFile, signerName } from '../../../libs/discussion/src/testing/index.js';
import {
  type CertificateSpec,
  makeTestPki,
  signDetached,
  type SigningOptions,
  type TestPki,
} from '../../../libs/signatures/src/testing/index.js';
import type { FormFile } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene } from './scene.js';

/** A portal that trusts the authorities of the tests, and people with certificates of theirs. */
export class SigningPortal {
  private constructor(
    readonly portal: PortalUnderTest,
    readonly pki: TestPki,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<SigningPortal> {
    knowSignedProfile();
    const pki = makeTestPki(instantOf(Date.now()));
    return new SigningPortal(await startPortal({ env: { SIGNATURE_TRUSTED_ROOTS: rootsFile(pki), ...env } }), pki);
  }

  /** An open discussion whose profile asks for signed remarks. */
  async scene(profileId = SIGNED_PROFILE): Promise<Scene> {
    const scene = await openScene(this.portal);
    await this.portal.database.query('update discussion set profile_id = $2 where id = $1', [
      scene.discussionId,
      profileId,
    ]);
    return scene;
  }

  sign(document: Buffer, spec: Partial<CertificateSpec> = {}, options: SigningOptions = {}): Buffer {
    const by = this.pki.issue({ subject: signerName, ...spec });
    return signDetached(document, by, { certificates: [by, this.pki.intermediate], ...options });
  }

  async remarksOf({ discussionId }: Scene): Promise<number> {
    return (await this.portal.database.query('select from remark where discussion_id = $1', [discussionId])).length;
  }
}

export const signatureFile = (content: Buffer): FormFile => ({ name: 'signature', fileName: 'қол.p7s', content });
