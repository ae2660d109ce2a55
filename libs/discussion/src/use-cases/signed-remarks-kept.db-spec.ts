import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataOfSubject } from '../queries/data-of-subject.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { Resealing } from '../sealing/resealing.js';
import { Senders } from '../sealing/senders.js';
import { insertFile } from '../testing/discussion-bed.js';
import { SigningScene, signerName } from '../testing/signing.js';
import { ReplaceRemark } from './replace-remark.js';

let at: SigningScene;
beforeAll(async () => {
  at = await SigningScene.start();
});
afterAll(() => at.bed.stop());

const sealedOf = async (number: string) => {
  const [row] = await at.bed.database.query<{ id: string; keyId: string; signature: string; dump: string }>(
    `select r.id, s.key_id as "keyId", encode(s.sealed_signature, 'base64') as signature, s::text || r::text as dump
       from remark r join sealed_sender s on s.subject_id = r.id where r.number = $1`,
    [number],
  );
  if (!row) throw new Error(`no sender of ${number}`);
  return row;
};

describe('a signed remark (decision 34)', () => {
  it('keeps what was signed and the signature under seal, for its sender alone', async () => {
    const input = await at.signed(await at.remark({ attachments: [await insertFile(at.bed.database)] }));
    const receipt = await at.submit(input);
    const { signature, sender } = await at.bed.get(DataOfSubject).execute(receipt);
    expect(signature).toEqual({
      document: (await at.documentOf(input)).toString(),
      cms: input.signature.toString('base64'),
    });
    expect(JSON.parse(signature?.document ?? '')).toMatchObject({ attachments: ['ab'.repeat(32)], publicName: null });
    expect(sender?.confirmedBy).toMatchObject({
      kind: 'signature',
      name: signerName.CN,
      personalNumber: signerName.SERIALNUMBER,
      organisation: signerName.O,
      verifiedBy: 'local',
    });
    const { dump } = await sealedOf(receipt.number);
    expect(dump).toContain('SIGNATURE');
    for (const word of [signerName.CN, '870101300123', Buffer.from('870101300123').toString('hex')])
      expect(dump).not.toContain(word);
  });

  it('shows to officials whose certificate it was, and not the number of the person', async () => {
    const { number } = await at.submit(await at.signed(await at.remark()));
    const { confirmedBy } = (await at.bed.get(RemarkByNumber).forOfficer(number)).sender;
    expect(confirmedBy).toEqual({
      kind: 'signature',
      name: signerName.CN,
      organisation: signerName.O,
      issuer: 'CN=Сынақ куәландырушы орталық,C=KZ',
    });
  });

  it('is known as signed by its receipt, and another is not', async () => {
    const receipt = await at.submit(await at.signed(await at.remark()));
    expect(await at.bed.get(RemarkByReceipt).execute(receipt)).toMatchObject({ isSigned: true, mayChange: false });
    const other = await at.submit(await at.remark({}, 'uk'));
    expect(await at.bed.get(RemarkByReceipt).execute(other)).toMatchObject({ isSigned: false, mayChange: true });
    expect((await at.bed.get(DataOfSubject).execute(other)).signature).toBeNull();
  });

  it('is withdrawn and sent anew, not replaced: neither by its receipt nor in the database', async () => {
    const { number, secret } = await at.submit(await at.signed(await at.remark()));
    const content = { kind: 'REMARK', language: 'kk', text: 'Басқа мәтін.', anchors: [] } as const;
    await expect(
      at.bed.get(ReplaceRemark).execute({ number, secret, content }, { elapsedMs: 0 }),
    ).rejects.toMatchObject({ code: 'wrong-state', message: expect.stringContaining('signed') });
    await expect(
      at.bed.database.query('update remark set revision = revision + 1 where number = $1', [number]),
    ).rejects.toThrow('not replaced');
  });

  it('is sealed anew with its sender when keys are rotated, and opens for no other row', async () => {
    const receipt = await at.submit(await at.signed(await at.remark()));
    const before = await at.bed.get(DataOfSubject).execute(receipt);
    const sealed = await sealedOf(receipt.number);
    await at.bed.get(Resealing).reseal('a key that sealed nothing');
    const anew = await sealedOf(receipt.number);
    expect(anew.signature).not.toBe(sealed.signature);
    expect(await at.bed.get(DataOfSubject).execute(receipt)).toEqual(before);
    expect(() => at.bed.get(Senders).signedText('another row', anew)).toThrow('altered');
  });
});
