import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { HidingsOf } from '../queries/hidings-of.js';
import { RemarkByNumber } from '../queries/remark-by-number.js';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { hidingReason, receivedRemark } from '../testing/hidden-remarks.js';
import { actsOf } from '../testing/letters.js';
import { redactedRemark, SECRET } from '../testing/redacted-remarks.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const shown = (number: string) => bed.get(RemarkByNumber).public(number);

describe('ProposeHiding (REQ-116)', () => {
  it('asks for a second officer: the text stays public until then', async () => {
    const { receipt, propose, rows, remarkId } = await receivedRemark(bed);
    expect(await propose()).toMatchObject({ state: 'PROPOSED' });
    expect(await shown(receipt.number)).toMatchObject({ state: 'RECEIVED', text: 'Балағат мәтін', hidingGround: null });
    expect(await bed.get(HidingsOf).of(rows.discussionId)).toMatchObject({
      total: 0,
      waiting: [{ number: receipt.number, ground: 'ABUSE' }],
    });
    const acts = await actsOf(bed.database, remarkId);
    expect(acts.at(-1)).toMatchObject({ act: 'hiding.proposed', ground: 'ABUSE', number: receipt.number });
    expect(JSON.stringify(acts)).not.toMatch(/балағаттау|оскорбление/i);
  });

  it('answers the same proposal again as the first, and refuses another while one waits', async () => {
    const { propose, second } = await receivedRemark(bed);
    const first = await propose();
    expect(await propose()).toEqual(first);
    await expect(propose({ ground: 'SPAM' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(propose({}, second)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes effect at once where the profile asks for no second officer', async () => {
    const { receipt, propose } = await receivedRemark(bed, 'open-consultation-madrid');
    expect(await propose()).toMatchObject({ state: 'IN_FORCE' });
    expect(await shown(receipt.number)).toMatchObject({ state: 'HIDDEN', text: null, hidingGround: 'ABUSE' });
  });

  it.each([
    ['that it is off the subject', { ground: 'OFF_TOPIC' }, 'ground'],
    ['without an explanation in Kazakh', { explanationKk: '' }, 'explanationKk'],
    ['with nineteen letters', { explanationRu: 'я'.repeat(19) }, 'explanationRu'],
  ])('refuses a ground %s', async (_name, over, field) => {
    const { propose } = await receivedRemark(bed);
    await expect(propose(over)).rejects.toMatchObject({ code: 'invalid-input', details: { faults: [{ field }] } });
  });

  it('refuses an explanation that says what is redacted in the text', async () => {
    const { propose } = await redactedRemark(bed);
    const whole = (over: object) => propose({ ...hidingReason, passages: undefined, ...over });
    await expect(whole({ explanationKk: `Телефоны мынау: ${SECRET}` })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ field: 'explanationKk', fault: 'repeated' }] },
    });
    expect(await whole({})).toMatchObject({ state: 'PROPOSED' });
  });

  it('is for officers of the developing body, while the report is not signed', async () => {
    const { rows, propose } = await receivedRemark(bed);
    const { bodyId: otherBody } = await insertDiscussion(bed.database);
    await expect(propose({}, officerOf(otherBody))).rejects.toMatchObject({ code: 'not-found' });
    await expect(propose({}, officerOf(rows.bodyId, 'signer'))).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(propose({}, { kind: 'citizen' })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(propose({ number: '7K3M-9QXA-04TB-ZZ1N-C' })).rejects.toMatchObject({ code: 'not-found' });
    for (const state of ['CONSIDERED', 'REPORTED', 'WITHDRAWN']) {
      await bed.database.query('update procedure set state = $2 where id = $1', [rows.procedureId, state]);
      await expect(propose()).rejects.toMatchObject({ code: 'wrong-state' });
    }
  });
});
