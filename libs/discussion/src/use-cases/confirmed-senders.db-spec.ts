import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBed } from '#lib/testing';
import type { SenderConfirmation } from '../domain/sender-confirmation.js';
import { Senders } from '../sealing/senders.js';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { HoldRemark } from './hold-remark.js';
import { SubmitRemark, type SubmitRemarkInput } from './submit-remark.js';

const email = 'asel@secret.example';
const provider: SenderConfirmation = {
  kind: 'provider',
  issuer: 'https://idp.example.kz',
  subject: '870101300123',
  name: 'Құпия Расталғанов',
  provider: 'eGov',
};

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

const under = async (profileId: string) => {
  const rows = await openDiscussion(bed.database);
  await bed.database.query('update discussion set profile_id = $2 where id = $1', [rows.discussionId, profileId]);
  return rows;
};
const from = (
  rows: Awaited<ReturnType<typeof under>>,
  confirmedBy?: SenderConfirmation,
  over: object = {},
): SubmitRemarkInput =>
  remarkOn(rows, { sender: { kind: 'INDIVIDUAL', name: 'Әсел Жібекқызы', email, confirmedBy }, ...over });
const address = (discussionId: string, over: object = {}): SenderConfirmation => ({
  kind: 'email',
  address: email,
  discussionId,
  ...over,
});
const submit = (input: SubmitRemarkInput) => bed.get(SubmitRemark).execute(input, now);
const hold = (input: SubmitRemarkInput) => bed.get(HoldRemark).execute(input, now, 0);
const kept = async (number: string) => {
  const [row] = await bed.database.query<{ id: string; confirmation: string | null }>(
    'select id, confirmation from remark where number = $1',
    [number],
  );
  const sender = await bed.get(Senders).of(bed.database, row?.id ?? '');
  return { confirmation: row?.confirmation, by: sender?.confirmedBy };
};

describe('a discussion whose profile asks for a confirmed sender (AMB-20)', () => {
  it.each(['eu-2026', 'kz-open-npa-2026', 'iso-enquiry'])(
    '%s: takes and holds nothing from nobody',
    async (profile) => {
      const rows = await under(profile);
      for (const way of [submit, hold])
        await expect(way(from(rows))).rejects.toMatchObject({
          code: 'sender-not-confirmed',
          details: { needs: expect.any(String), fault: expect.any(String), clause: 'AMB-20' },
        });
      const [count] = await bed.database.query(
        `select (select count(*)::int from remark where discussion_id = $1) as remarks,
              (select count(*)::int from idempotency where scope = $1::text) as keys`,
        [rows.discussionId],
      );
      expect(count).toEqual({ remarks: 0, keys: 0 });
    },
  );

  it('says first what is wrong with the remark itself', async () => {
    const content = { kind: 'REMARK', language: 'kk', text: ' ', anchors: [] } as const;
    await expect(submit(from(await under('eu-2026'), undefined, { content }))).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('takes it from the address that was confirmed for it, by a ticket as well', async () => {
    const rows = await under('eu-2026');
    const input = from(rows, address(rows.discussionId, { address: 'Asel@secret.example' }));
    const { ticket } = await hold(input);
    expect(await bed.get(HoldRemark).read(ticket, input)).toMatchObject({ ticket });
    const { confirmedBy: _, ...nobody } = input.sender;
    await expect(submit({ ...input, sender: nobody })).rejects.toMatchObject({ code: 'sender-not-confirmed' });
    const { number } = await submit(input);
    expect(await kept(number)).toMatchObject({ confirmation: 'EMAIL', by: { kind: 'email' } });
  });

  it('gives a retry its receipt when the confirmation has lapsed, and takes nothing else under that key (REQ-37)', async () => {
    const rows = await under('eu-2026');
    const input = from(rows, address(rows.discussionId));
    const first = await submit(input);
    const { confirmedBy: _, ...nobody } = input.sender;
    expect(await submit({ ...input, sender: nobody })).toEqual(first);
    const { ticket } = await hold({ ...input, sender: nobody });
    expect(await bed.get(HoldRemark).read(ticket, input)).toMatchObject({ ticket });
    const other = { ...input, sender: nobody, content: { ...input.content, text: 'Басқа мәтін.' } };
    await expect(submit(other)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    const [count] = await bed.database.query('select count(*)::int as all from remark where discussion_id = $1', [
      rows.discussionId,
    ]);
    expect(count).toEqual({ all: 1 });
  });

  it.each([
    ['of another address', { address: 'other@secret.example' }, 'other-address'],
    ['for another discussion', { discussionId: '00000000-0000-7000-8000-000000000000' }, 'other-discussion'],
  ])('takes nothing by a confirmation %s', async (_, over, fault) => {
    const rows = await under('eu-2026');
    for (const way of [submit, hold])
      await expect(way(from(rows, address(rows.discussionId, over)))).rejects.toMatchObject({
        code: 'sender-not-confirmed',
        details: { fault },
      });
  });

  it('takes the word of a provider for more than that of a mailbox, and not the other way round', async () => {
    const [mail, idp] = [await under('eu-2026'), await under('kz-open-npa-2026')];
    const { number } = await submit(from(mail, provider));
    expect(await kept(number)).toEqual({ confirmation: 'PROVIDER', by: provider });
    expect((await submit(from(idp, provider))).verdict).toBe('ON_TIME');
    await expect(submit(from(idp, address(idp.discussionId)))).rejects.toMatchObject({
      details: { fault: 'too-weak' },
    });
  });
});

describe('a confirmation nobody asked for', () => {
  it('is kept where it is true, and dropped where it is of another address', async () => {
    const rows = await under('kz-126-2016-06');
    const own = await submit(from(rows, address(rows.discussionId)));
    expect(await kept(own.number)).toMatchObject({ confirmation: 'EMAIL', by: { kind: 'email' } });
    const others = await submit(from(rows, address(rows.discussionId, { address: 'other@secret.example' })));
    expect(await kept(others.number)).toEqual({ confirmation: null, by: undefined });
    const none = await submit(from(rows));
    expect(await kept(none.number)).toEqual({ confirmation: null, by: undefined });
  });

  it('does not come to a remark later, nor go from it', async () => {
    const rows = await under('kz-126-2016-06');
    const { number } = await submit(from(rows));
    await expect(
      bed.database.query(`update remark set confirmation = 'PROVIDER' where number = $1`, [number]),
    ).rejects.toThrow('never changes');
  });

  it('sealed before there was another kind, is that of a provider', () => {
    const { kind: _, ...before } = provider;
    const sender = { kind: 'INDIVIDUAL', name: 'Әсел', email, confirmedBy: before } as never;
    const { key_id: keyId, sealed } = bed.get(Senders).sealed('a remark', sender);
    const bytes = Buffer.from(sealed.slice(2), 'hex').toString('base64');
    const row = { subjectId: 'a remark', keyId, sealed: bytes };
    expect(bed.get(Senders).whole(row).confirmedBy).toEqual(provider);
    expect(bed.get(Senders).open(row).confirmedBy).toEqual({ kind: 'provider', name: provider.name, provider: 'eGov' });
  });
});
