import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plusMilliseconds } from '#lib/kernel';
import { officerOf, SIGNED_PROFILE } from '#lib/testing';
import { profileById } from '#lib/time-limits';
import { makeTestPki, signDetached } from '../../../signatures/src/testing/index.js';
import { PlacementObstacles } from '../queries/placement-obstacles.js';
import { now, startDiscussionBed } from '../testing/discussion-bed.js';
import { draftToPlace } from '../testing/draft-to-place.js';
import { changed, SigningScene, today } from '../testing/signing.js';
import { PlaceDraft } from './place-draft.js';
import { SubmitRemark, type SubmitRemarkInput } from './submit-remark.js';

const HOUR = 3_600_000;

let at: SigningScene;
beforeAll(async () => {
  at = await SigningScene.start();
});
afterAll(() => at.bed.stop());

const nothingOf = async ({ discussionId }: SubmitRemarkInput) =>
  expect(
    await at.bed.database.query(
      'select from remark where discussion_id = $1 union all select from idempotency where scope = $1::text',
      [discussionId],
    ),
  ).toEqual([]);

const byStranger = async (input: SubmitRemarkInput): Promise<Buffer> => {
  const { official, intermediate } = makeTestPki(today, 'P-384');
  return signDetached(await at.documentOf(input), official, { certificates: [official, intermediate] });
};
const withAnotherTextInIt = async (input: SubmitRemarkInput): Promise<Buffer> => {
  const embedded = await at.documentOf(changed(input));
  return at.signature(changed(input), {}, { embedded });
};
const damaged = async (input: SubmitRemarkInput): Promise<Buffer> => {
  const signature = await at.signature(input);
  const last = signature.length - 1;
  signature[last] = (signature[last] ?? 0) ^ 1;
  return signature;
};

describe('a discussion whose profile asks for signed remarks (AMB-20, decision 34)', () => {
  it.each(['P-256', 'P-384', 'RSA-2048'] as const)('takes one signed by a key of %s', async (key) => {
    const input = await at.remark();
    expect((await at.submit({ ...input, signature: await at.signature(input, { key }) })).verdict).toBe('ON_TIME');
  });

  it('takes the signature as Base64 too, as NCALayer hands it out, and with the very document within', async () => {
    const input = await at.remark();
    const signature = Buffer.from((await at.signature(input)).toString('base64'));
    expect((await at.submit({ ...input, signature })).verdict).toBe('ON_TIME');
    const other = await at.remark();
    const attached = await at.signature(other, {}, { embedded: await at.documentOf(other) });
    expect((await at.submit({ ...other, signature: attached })).verdict).toBe('ON_TIME');
  });

  it('takes and holds nothing unsigned, nor for the word of a provider', async () => {
    const confirmedBy = { kind: 'provider', issuer: 'https://idp', subject: '1', name: '', provider: 'eGov' } as const;
    const input = await at.remark();
    const named = { ...input, sender: { ...input.sender, confirmedBy } };
    for (const way of [at.submit, at.hold]) {
      await expect(way(input)).rejects.toMatchObject({ details: { needs: 'signed', fault: 'nothing-confirmed' } });
      await expect(way(named)).rejects.toMatchObject({ details: { needs: 'signed', fault: 'too-weak' } });
    }
    await nothingOf(input);
  });

  const faulty: [string, string, (input: SubmitRemarkInput) => Promise<Buffer>][] = [
    ['a signature over another text', 'CONTENT_CHANGED', (input) => at.signature(changed(input))],
    ['bytes that are no signature', 'NOT_CMS', () => Promise.resolve(Buffer.from('no signature'))],
    ['an empty file', 'NOT_CMS', () => Promise.resolve(Buffer.alloc(0))],
    ['a damaged signature', 'SIGNATURE_WRONG', damaged],
    ['a signature with another text in it', 'NOT_DETACHED', withAnotherTextInIt],
    [
      'an expired certificate',
      'CERTIFICATE_EXPIRED',
      (input) => at.signature(input, { validTo: plusMilliseconds(today, -HOUR) }),
    ],
    ['a certificate of nobody known', 'CHAIN_NOT_TRUSTED', byStranger],
    ['a certificate made at home', 'CHAIN_NOT_TRUSTED', (input) => at.signature(input, { issuer: undefined })],
    ['a key that is not for signing', 'KEY_USAGE_WRONG', (input) => at.signature(input, { keyUsage: 0x20 })],
  ];
  it.each(faulty)('takes and holds nothing by %s: %s', async (_, reason, make) => {
    const input = await at.remark();
    const broken = { ...input, signature: await make(input) };
    for (const way of [at.submit, at.hold])
      await expect(way(broken)).rejects.toMatchObject({ code: 'signature-refused', details: { reason } });
    await nothingOf(input);
  });

  it('says what was wrong without a word about whose certificate it was', async () => {
    const input = await at.remark();
    const fault = await at.submit({ ...input, signature: await byStranger(input) }).catch((error: unknown) => error);
    expect((fault as { details: object }).details).toEqual({ reason: 'CHAIN_NOT_TRUSTED' });
  });

  it('refuses a file beyond the limit, with whatever else is wrong', async () => {
    const input = await at.remark({ text: ' ' });
    await expect(at.submit({ ...input, signature: Buffer.alloc(64 * 1024 + 1, 0x30) })).rejects.toMatchObject({
      code: 'invalid-input',
      details: {
        faults: [
          { field: 'text', fault: 'missing' },
          { field: 'signature', fault: 'too-long', limit: 65_536 },
        ],
      },
    });
  });

  it.each<[string, (input: SubmitRemarkInput) => SubmitRemarkInput]>([
    ['the text', changed],
    ['the consent to a public name', (input) => ({ ...input, hasNameConsent: true })],
    ['the clauses', (input) => ({ ...input, content: { ...input.content, anchors: [] } })],
  ])('takes nothing when %s changed after the signature', async (_, change) => {
    const input = await at.signed(await at.remark());
    await expect(at.submit(change(input))).rejects.toMatchObject({ details: { reason: 'CONTENT_CHANGED' } });
  });

  it('takes nothing by the signature of the same words in another discussion', async () => {
    const content = { kind: 'REMARK', language: 'kk', text: 'Мерзім ұзақ.', anchors: [] } as const;
    const { signature } = await at.signed(await at.remark({ content }));
    await expect(at.submit({ ...(await at.remark({ content })), signature })).rejects.toMatchObject({
      details: { reason: 'CONTENT_CHANGED' },
    });
  });

  it('judges what waited for the instant at which it arrived', async () => {
    const input = await at.remark();
    const signature = await at.signature(input, { validTo: plusMilliseconds(today, HOUR) });
    const { arrivedAt } = await at.hold({ ...input, signature });
    at.bed.clock.set(plusMilliseconds(today, 2 * HOUR));
    await expect(at.submit({ ...input, signature })).rejects.toMatchObject({
      details: { reason: 'CERTIFICATE_EXPIRED' },
    });
    expect(await at.submit({ ...input, signature }, arrivedAt)).toMatchObject({ receivedAt: arrivedAt });
    at.bed.clock.set(today);
  });

  it('gives a retry its receipt, also when the signature does not come along whole (REQ-37)', async () => {
    const input = await at.signed(await at.remark());
    const first = await at.submit(input);
    const { signature: _, ...unsigned } = input;
    expect(await at.submit({ ...input, signature: Buffer.from('lost') })).toEqual(first);
    expect(await at.submit(unsigned)).toEqual(first);
    await expect(at.submit(changed(unsigned))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('a signature nobody asked for', () => {
  it.each(['uk', 'eu-2026', 'kz-open-npa-2026'])('%s: is enough for what the level asks for', async (profile) => {
    expect((await at.submit(await at.signed(await at.remark({}, profile)))).verdict).toBe('ON_TIME');
  });

  it('is refused when it does not hold, rather than left out', async () => {
    const input = await at.remark({}, 'uk');
    await expect(at.submit({ ...input, signature: await byStranger(input) })).rejects.toMatchObject({
      code: 'signature-refused',
    });
  });
});

describe('an installation that trusts no authority', () => {
  it('takes no signature, and places no draft whose profile asks for one (AMB-20)', async () => {
    const trusting = await startDiscussionBed({ database: at.bed.database, now: today });
    const input = await at.signed(await at.remark());
    await expect(trusting.get(SubmitRemark).execute(input, now)).rejects.toMatchObject({
      details: { reason: 'CHAIN_NOT_TRUSTED' },
    });
    const { procedureId, bodyId } = await draftToPlace(at.bed, { family: 'open-consultation', en: 'Term' });
    const refusals = async (bed: typeof trusting) =>
      (await bed.get(PlacementObstacles).of(procedureId, profileById(SIGNED_PROFILE))).map(({ refusal }) => refusal);
    expect(await refusals(trusting)).toEqual(['no-signature-roots']);
    expect(await refusals(at.bed)).toEqual([]);
    const placing = { procedureId, placements: [{ channel: 'OWN_RESOURCE', url: 'https://a.kz/1', placedAt: today }] };
    await expect(trusting.get(PlaceDraft).execute(placing as never, officerOf(bodyId))).rejects.toMatchObject({
      code: 'placement-refused',
    });
  });
});
