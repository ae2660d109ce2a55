import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import {
  ConfirmHiding,
  LiftHiding,
  OriginalTexts,
  passageAt,
  ProposeHiding,
  RemarkByNumber,
  RotateKeys,
  SealedTexts,
  SubmitRemark,
  type SubmitRemarkInput,
} from '#lib/discussion';
import { newId, system } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { PointsOf } from '../queries/points-of.js';
import { startConsiderationBed } from '../testing/consideration-bed.js';
import { EraseRemark } from './erase-remark.js';
import { SplitRemark } from './split-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const SECRET = '8 701 444 33 22 ZKQ';
const text = `Мерзімді қысқарту керек. Телефон ${SECRET}, хабарласыңыз. Нысан да өзгерсін.`;
const MARK = '[алып тасталды: Басқа адамдардың дербес деректері]';

/** A closed discussion with one remark in two points, the second of which quotes the telephone. */
async function splitRemark() {
  const rows = await insertDiscussion(bed.database, { state: 'OPEN' });
  await bed.database.query(`update discussion set close_at = clock_timestamp() + interval '1 hour' where id = $1`, [
    rows.discussionId,
  ]);
  const sent: SubmitRemarkInput = {
    discussionId: rows.discussionId,
    channel: 'API',
    idempotencyKey: newId(),
    content: { kind: 'REMARK', language: 'kk', text, anchors: [] },
    sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@secret.example' },
  };
  const receipt = await bed.get(SubmitRemark).execute(sent, { elapsedMs: 0 });
  const { number } = receipt;
  const { id: remarkId } = await bed.get(RemarkByNumber).public(number);
  await bed.database.query(
    `update discussion set state = 'CLOSED', close_at = clock_timestamp(), closed_at = now() where id = $1`,
    [rows.discussionId],
  );
  await bed.database.query(`update procedure set state = 'CLOSED' where id = $1`, [rows.procedureId]);
  const span = (quote: string) => ({ part: 'TEXT' as const, startsAt: placeOf(quote).startsAt, quote });
  const points = [[span('Мерзімді қысқарту керек')], [span(`Телефон ${SECRET}`)], [span('Нысан да өзгерсін')]];
  const [first, second] = [officerOf(rows.bodyId), officerOf(rows.bodyId)];
  await bed.get(SplitRemark).execute({ remarkId, points }, first);
  return { rows, sent, receipt, number, remarkId, first, second };
}

function placeOf(quote: string) {
  const found = passageAt({ part: 'TEXT', quote, occurrence: 1 }, { text, proposedWording: null });
  if (!found) throw new Error('the text does not have this');
  return found;
}

const reason = {
  ground: 'PERSONAL_DATA',
  explanationKk: 'Мәтінде басқа адамның телефоны бар.',
  explanationRu: 'В тексте есть телефон другого человека.',
};

async function redact({ number, first, second }: Awaited<ReturnType<typeof splitRemark>>) {
  const { hidingId } = await bed.get(ProposeHiding).execute({ number, ...reason, passages: [placeOf(SECRET)] }, first);
  await bed.get(ConfirmHiding).execute({ number, hidingId }, second);
  return { number, hidingId };
}

/** What a redaction left behind when the catalogue had other words for its mark. */
async function asMarkedBefore(remarkId: string, hidingId: string, mark: string): Promise<void> {
  const texts = bed.get(SealedTexts);
  const sealed = JSON.parse((await texts.open(bed.database, hidingId)) ?? '{}') as object;
  await bed.get(Transactions).run(async (tx) => {
    await texts.remove(tx, hidingId);
    await texts.add(tx, hidingId, remarkId, JSON.stringify({ ...sealed, mark }));
  });
  await bed.database.query('alter table remark disable trigger user');
  await bed.database.query('update remark set body = replace(body, $2, $3) where id = $1', [remarkId, MARK, mark]);
  await bed.database.query('alter table remark enable trigger user');
}

const quotesOf = async (remarkId: string) =>
  (
    await bed.database.query<{ quote: string }>(
      `select s.quote from point_span s join point p on p.id = s.point_id where p.remark_id = $1 order by p.position`,
      [remarkId],
    )
  ).map(({ quote }) => quote);

describe('points of a redacted remark (REQ-50, REQ-116)', () => {
  it('quote the mark, each at its place, and the words again when it is undone', async () => {
    const made = await splitRemark();
    const before = await quotesOf(made.remarkId);
    const hiding = await redact(made);
    expect(await quotesOf(made.remarkId)).toEqual(['Мерзімді қысқарту керек', `Телефон ${MARK}`, 'Нысан да өзгерсін']);
    expect(JSON.stringify(await bed.get(PointsOf).execute(made.remarkId))).not.toContain('ZKQ');
    const [bad] = await bed.database.query(
      `select s.quote from point_span s join point p on p.id = s.point_id join remark r on r.id = p.remark_id
        where r.id = $1 and substr(r.body, s.starts_at + 1, char_length(s.quote)) <> s.quote`,
      [made.remarkId],
    );
    expect(bad).toBeUndefined();
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'Қате' }, made.second);
    expect(await quotesOf(made.remarkId)).toEqual(before);
  });

  it('may be split anew over the redacted text, and have their words when it is undone', async () => {
    const made = await splitRemark();
    const hiding = await redact(made);
    const { text: redacted } = await bed.get(RemarkByNumber).public(made.number);
    const whole = redacted?.slice(0, redacted.indexOf(', хабар')) ?? '';
    const points = [[{ part: 'TEXT' as const, startsAt: 0, quote: whole }]];
    await bed.get(SplitRemark).execute({ remarkId: made.remarkId, points }, made.first);
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'Қате' }, made.second);
    expect(await quotesOf(made.remarkId)).toContain(`Мерзімді қысқарту керек. Телефон ${SECRET}`);
  });

  it('have their words also when the mark reads otherwise by now than when it was put there', async () => {
    const made = await splitRemark();
    const { number, hidingId } = await redact(made);
    await asMarkedBefore(made.remarkId, hidingId, '[кесілді]');
    const { text: redacted } = await bed.get(RemarkByNumber).public(number);
    const startsAt = Array.from(redacted ?? '').indexOf('Н');
    const points = [[{ part: 'TEXT' as const, startsAt, quote: 'Нысан да' }]];
    await bed.get(SplitRemark).execute({ remarkId: made.remarkId, points }, made.first);
    await bed.get(LiftHiding).execute({ number, hidingId, reason: 'Қате' }, made.second);
    expect(await quotesOf(made.remarkId)).toContain('Нысан да');
  });

  it('are not changed by hand, redacted or not', async () => {
    const made = await splitRemark();
    const change = (set: string) =>
      bed.database.query(
        `update point_span s set ${set} from point p where p.id = s.point_id and p.remark_id = $1 and s.starts_at = 0`,
        [made.remarkId],
      );
    await expect(change(`quote = 'Мерзімді'`)).rejects.toThrow('REQ-50');
    await redact(made);
    await expect(change(`quote = 'басқа'`)).rejects.toThrow('REQ-50');
    await expect(change('ordinal = 7')).rejects.toThrow('REQ-50');
  });
});

describe('what is sealed of a redacted remark', () => {
  it('goes with an erasure, and cannot be brought back', async () => {
    const made = await splitRemark();
    const hiding = await redact(made);
    await bed.get(EraseRemark).execute({ remarkId: made.remarkId }, officerOf(made.rows.bodyId, 'administrator'));
    expect(await bed.database.query('select from sealed_text where remark_id = $1', [made.remarkId])).toEqual([]);
    await expect(bed.get(LiftHiding).execute({ ...hiding, reason: 'Қате' }, made.second)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await bed.get(RemarkByNumber).public(made.number)).toMatchObject({ text: null });
  });

  it('leaves, once erased, a remark that is read and refused like any other that is erased', async () => {
    const made = await splitRemark();
    await redact(made);
    await bed.get(EraseRemark).execute({ remarkId: made.remarkId }, officerOf(made.rows.bodyId, 'administrator'));
    expect(await bed.get(OriginalTexts).of(made.remarkId)).toMatchObject({ text: '—', salt: '' });
    // The retry of who sent it gets its answer, but for the salt that is gone (REQ-37).
    expect(await bed.get(SubmitRemark).execute(made.sent, { elapsedMs: 0 })).toEqual({ ...made.receipt, salt: '' });
    const passages = [{ part: 'TEXT' as const, startsAt: 0, length: 1 }];
    const propose = bed.get(ProposeHiding).execute({ number: made.number, ...reason, passages }, made.first);
    await expect(propose).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is sealed anew by a rotation of the keys, and opens all the same', async () => {
    const made = await splitRemark();
    const hiding = await redact(made);
    const keyOf = async () => {
      const [row] = await bed.database.query<{ key: string }>('select key_id as key from sealed_text where id = $1', [
        hiding.hidingId,
      ]);
      return row?.key;
    };
    const before = await keyOf();
    const rotated = await bed.get(RotateKeys).execute({}, system('test'));
    expect(rotated.texts).toBeGreaterThanOrEqual(1);
    expect(await keyOf()).toBe(rotated.keyId);
    expect(rotated.keyId).not.toBe(before);
    await bed.get(LiftHiding).execute({ ...hiding, reason: 'Қате' }, made.second);
    expect(await bed.get(RemarkByNumber).public(made.number)).toMatchObject({ text });
  });
});
