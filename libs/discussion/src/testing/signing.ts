import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '#lib/kernel';
import { knowSignedProfile, SIGNED_PROFILE, type TestBed } from '#lib/testing';
import {
  type CertificateSpec,
  makeTestPki,
  signDetached,
  type SigningOptions,
  type TestPki,
} from '../../../signatures/src/testing/index.js';
import { DocumentToSign } from '../queries/document-to-sign.js';
import { SubmitRemark, type SubmitRemarkInput } from '../use-cases/submit-remark.js';
import { HoldRemark } from '../use-cases/hold-remark.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from './discussion-bed.js';

/** A person who signs; none of it stands in what they type. */
export const signerName = { C: 'KZ', O: 'Қолтаңба ұйымы', SERIALNUMBER: 'IIN870101300123', CN: 'ҚОЛТАҢБАЕВ ҚҰПИЯ' };

export const today = instantOf(Date.now());

/** The path of a file with the root of a PKI, as `SIGNATURE_TRUSTED_ROOTS` names it. */
export function rootsFile({ rootsPem }: TestPki): string {
  const path = join(mkdtempSync(join(tmpdir(), 'talqy-roots-')), 'roots.pem');
  writeFileSync(path, rootsPem);
  return path;
}

/** The lib where senders sign by certificates of a PKI of its own. */
export class SigningScene {
  private constructor(
    readonly bed: TestBed,
    readonly pki: TestPki,
  ) {}

  static async start(pki = makeTestPki(today)): Promise<SigningScene> {
    knowSignedProfile();
    const signatures = { trustedRoots: rootsFile(pki), verifierUrl: undefined };
    return new SigningScene(await startDiscussionBed({ signatures, now: today }), pki);
  }

  /** A remark nobody has signed yet, in a discussion of its own. */
  async remark(over: Parameters<typeof remarkOn>[1] = {}, profileId = SIGNED_PROFILE): Promise<SubmitRemarkInput> {
    const rows = await openDiscussion(this.bed.database);
    await this.bed.database.query('update discussion set profile_id = $2 where id = $1', [
      rows.discussionId,
      profileId,
    ]);
    return remarkOn(rows, over);
  }

  async documentOf(input: SubmitRemarkInput): Promise<Buffer> {
    return Buffer.from(await this.bed.get(DocumentToSign).withFiles(input, input.attachments ?? []));
  }

  /** @param spec of the certificate; @param options of the signature */
  async signature(
    input: SubmitRemarkInput,
    spec: Partial<CertificateSpec> = {},
    options: SigningOptions = {},
  ): Promise<Buffer> {
    const citizen = this.pki.issue({ subject: signerName, ...spec });
    const certificates = [citizen, this.pki.intermediate];
    return signDetached(await this.documentOf(input), citizen, { certificates, ...options });
  }

  async signed(input: SubmitRemarkInput) {
    return { ...input, signature: await this.signature(input) };
  }

  submit = (input: SubmitRemarkInput, arrivedAt?: Awaited<ReturnType<HoldRemark['execute']>>['arrivedAt']) =>
    this.bed.get(SubmitRemark).execute(input, { ...now, arrivedAt });

  hold = (input: SubmitRemarkInput) => this.bed.get(HoldRemark).execute(input, now, 0);
}

export const changed = (input: SubmitRemarkInput): SubmitRemarkInput => ({
  ...input,
  content: { ...input.content, text: `${input.content.text} Тағы бір сөз.` },
});
