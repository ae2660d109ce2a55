import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { legalDay, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { ChosenRemarks } from '../queries/chosen-remarks.js';
import { ConsiderationQueue } from '../queries/consideration-queue.js';
import { GroundTemplates } from '../queries/ground-templates.js';
import { NotesOn } from '../queries/notes-on.js';
import type { QueueFilter } from '../queries/queue-filter.js';
import { QueueNeighbours } from '../queries/queue-neighbours.js';
import { senderCounts } from '../queries/sender-counts.js';
import { WorkloadOf } from '../queries/workload.js';
import { codeOf, officerWithAccount, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { ArchiveGroundTemplate } from './archive-ground-template.js';
import { AssignRemarks } from './assign-remarks.js';
import { ClaimRemarks } from './claim-remarks.js';
import { DecideRemark } from './decide-remark.js';
import { FlagRemarks } from './flag-remarks.js';
import { MarkMentionsRead } from './mark-mentions-read.js';
import { SaveGroundTemplate } from './save-ground-template.js';
import { WriteNote } from './write-note.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const ids = (rows: DiscussionRows) => rows.remarks.map(({ id }) => id);
type Officer = ReturnType<typeof officerOf>;
const placesOf = async (rows: DiscussionRows, officer: Officer, filter: QueueFilter) => {
  const { items } = await bed.get(ConsiderationQueue).of(rows.discussionId, officer, { size: 50 }, filter);
  return items.map(({ number }) => rows.remarks.findIndex((remark) => remark.number === number));
};

describe('how senders were confirmed (AMB-20)', () => {
  it('is seen in the queue, asked for by its filter, and counted apart', async () => {
    const kinds = ['EMAIL', 'PROVIDER', 'EMAIL', 'SIGNATURE'] as const;
    const remarks = [{}, ...kinds.map((confirmation) => ({ confirmation }))];
    const rows = await insertDiscussion(bed.database, { remarks });
    const officer = await officerWithAccount(bed.database, rows.bodyId);
    const { items } = await bed.get(ConsiderationQueue).of(rows.discussionId, officer, { size: 50 });
    expect(items.map(({ confirmation }) => confirmation)).toEqual([null, ...kinds]);
    expect(await placesOf(rows, officer, { senderConfirmed: true })).toEqual([1, 2, 3, 4]);
    expect(await placesOf(rows, officer, { senderConfirmed: false })).toEqual([0]);
    expect(await placesOf(rows, officer, { signedOnly: true })).toEqual([4]);
    expect(await senderCounts(bed.database, rows.discussionId)).toEqual({
      bySignature: 1,
      byProvider: 1,
      byMailbox: 2,
      notConfirmed: 1,
    });
  });
});

describe('who works on which remark', () => {
  it('is claimed, assigned with a due day, given back; the queue and the counts follow', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 4 });
    const [aizhan, bolat] = [
      await officerWithAccount(bed.database, rows.bodyId),
      await officerWithAccount(bed.database, rows.bodyId, 'Болат'),
    ];
    await bed.get(ClaimRemarks).execute({ remarkIds: ids(rows).slice(0, 2) }, aizhan);
    const due = { remarkIds: ids(rows).slice(2, 3), officerId: bolat.id, dueOn: legalDay('2016-07-10') };
    await bed.get(AssignRemarks).execute(due, aizhan);
    expect(await placesOf(rows, aizhan, { worker: 'mine' })).toEqual([0, 1]);
    expect(await placesOf(rows, aizhan, { worker: bolat.id })).toEqual([2]);
    expect(await placesOf(rows, aizhan, { worker: 'nobody' })).toEqual([3]);
    expect(await placesOf(rows, aizhan, { dueBy: legalDay('2016-07-09') })).toEqual([]);
    expect(await placesOf(rows, aizhan, { dueBy: legalDay('2016-07-10') })).toEqual([2]);
    await bed.get(FlagRemarks).execute({ remarkIds: ids(rows).slice(3, 4), isFlagged: true }, aizhan);
    await bed.get(DecideRemark).execute({ remarkId: ids(rows)[0] ?? '', ...refusal }, aizhan);
    expect(await bed.get(WorkloadOf).execute(rows.discussionId, aizhan, legalDay('2016-07-11'))).toEqual({
      undecided: 3,
      mine: 1,
      nobody: 1,
      overdue: 1,
      flagged: 1,
      unconfirmed: 1,
    });
    await bed.get(AssignRemarks).execute({ remarkIds: ids(rows).slice(0, 1), officerId: null }, bolat);
    await bed.get(FlagRemarks).execute({ remarkIds: ids(rows).slice(3, 4), isFlagged: false }, aizhan);
    expect(await placesOf(rows, aizhan, { worker: 'nobody' })).toEqual([0, 3]);
    expect(await placesOf(rows, aizhan, { flaggedOnly: true })).toEqual([]);
  });

  it('a remark a colleague works on is not claimed, and none beside it is', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    const aizhan = await officerWithAccount(bed.database, rows.bodyId);
    const bolat = await officerWithAccount(bed.database, rows.bodyId, 'Болат');
    await bed.get(ClaimRemarks).execute({ remarkIds: ids(rows).slice(1) }, bolat);
    await expect(bed.get(ClaimRemarks).execute({ remarkIds: ids(rows) }, aizhan)).rejects.toMatchObject({
      code: 'conflict',
      details: { name: 'Болат', number: rows.remarks[1]?.number },
    });
    expect(await placesOf(rows, aizhan, { worker: 'nobody' })).toEqual([0]);
  });

  it('nobody outside the body works on it, and nobody but an officer hands it on', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const own = await officerWithAccount(bed.database, rows.bodyId);
    const stranger = await officerWithAccount(bed.database, (await insertDiscussion(bed.database)).bodyId);
    const assign = (officerId: string, by: Officer) =>
      codeOf(bed.get(AssignRemarks).execute({ remarkIds: ids(rows), officerId }, by));
    expect(await assign(stranger.id, own)).toBe('invalid-input');
    expect(await assign(newId(), own)).toBe('invalid-input');
    expect(await assign(own.id, stranger)).toBe('not-found');
    expect(await assign(own.id, officerOf(rows.bodyId, 'signer'))).toBe('not-allowed');
    expect(await codeOf(bed.get(ClaimRemarks).execute({ remarkIds: ids(rows) }, stranger))).toBe('not-found');
    expect(
      await codeOf(bed.get(FlagRemarks).execute({ remarkIds: ids(rows).slice(0, 1), isFlagged: true }, stranger)),
    ).toBe('not-found');
  });
});

describe('the queue of one remark to the next', () => {
  it('steps over what the filter leaves out, and ends at the ends', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: [{}, { kind: 'PROPOSAL' }, {}, { state: 'HIDDEN' }, {}],
    });
    const officer = officerOf(rows.bodyId);
    const numbers = rows.remarks.map(({ number }) => number);
    const around = async (index: number, filter: QueueFilter = {}) => {
      const place = { id: ids(rows)[index] ?? '', discussionId: rows.discussionId };
      const { before, after } = await bed.get(QueueNeighbours).of(place, officer, filter);
      return [before, after].map((side) => side.map(({ number }) => numbers.indexOf(number)));
    };
    expect(await around(0)).toEqual([[], [1, 2, 4]]);
    expect(await around(2)).toEqual([[0, 1], [4]]);
    expect(await around(2, { kind: 'REMARK' })).toEqual([[0], [4]]);
    expect(await around(4)).toEqual([[0, 1, 2], []]);
    expect(
      await codeOf(bed.get(QueueNeighbours).of({ id: '', discussionId: rows.discussionId }, officerOf(newId()))),
    ).toBe('not-found');
  });

  it('tells of each what it is, how it begins and how it was decided, and of six on each side', async () => {
    const remarks = Array.from({ length: 15 }, (_, index) => ({ body: `${index} ${'ә'.repeat(300)}` }));
    const rows = await insertDiscussion(bed.database, { remarks });
    const officer = await officerWithAccount(bed.database, rows.bodyId);
    await bed.get(DecideRemark).execute({ remarkId: ids(rows)[6] ?? '', ...refusal }, officer);
    const place = { id: ids(rows)[7] ?? '', discussionId: rows.discussionId };
    const { before, after } = await bed.get(QueueNeighbours).of(place, officer);
    expect([before.length, after.length]).toEqual([6, 6]);
    expect([before.at(-1), after[0]]).toEqual([
      {
        number: rows.remarks[6]?.number,
        kind: 'REMARK',
        beginning: `6 ${'ә'.repeat(198)}`,
        outcome: 'NOT_TAKEN_INTO_ACCOUNT',
      },
      { number: rows.remarks[8]?.number, kind: 'REMARK', beginning: `8 ${'ә'.repeat(198)}`, outcome: 'UNDECIDED' },
    ]);
  });

  it('finds words and numbers as they are written, and takes wildcards for letters', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: [{ body: 'Срок 50% от ӘДЕТТЕГІ' }, { body: 'Срок 500' }],
    });
    const officer = officerOf(rows.bodyId);
    expect(await placesOf(rows, officer, { words: '50%' })).toEqual([0]);
    expect(await placesOf(rows, officer, { words: 'әдеттегі' })).toEqual([0]);
    expect(await placesOf(rows, officer, { words: rows.remarks[1]?.number })).toEqual([1]);
    expect(await placesOf(rows, officer, { words: `'; drop table remark; --` })).toEqual([]);
  });
});

describe('notes between officers', () => {
  it('are read by the body alone; who is mentioned is told once, and may have seen it', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const [remarkId = ''] = ids(rows);
    const aizhan = await officerWithAccount(bed.database, rows.bodyId);
    const bolat = await officerWithAccount(bed.database, rows.bodyId, 'Болат');
    await bed.get(WriteNote).execute({ remarkId, text: ' Қараңызшы ', mentions: [bolat.id, aizhan.id] }, aizhan);
    expect(await bed.get(NotesOn).remark(remarkId, bolat)).toMatchObject([
      { author: 'Айжан', text: 'Қараңызшы', mentions: ['Болат'] },
    ]);
    expect(await bed.get(NotesOn).mentionsOf(bolat)).toMatchObject([
      { author: 'Айжан', number: rows.remarks[0]?.number },
    ]);
    const events = await bed.database.query<{ data: object }>(
      `select data from outbox_event where event = 'officer.mentioned' and data->>'officerId' = $1`,
      [bolat.id],
    );
    expect(events).toHaveLength(1);
    await bed.get(MarkMentionsRead).execute(remarkId, bolat);
    expect(await bed.get(NotesOn).mentionsOf(bolat)).toEqual([]);
    expect(await codeOf(bed.get(NotesOn).remark(remarkId, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(bed.get(MarkMentionsRead).execute(remarkId, officerOf(newId())))).toBe('not-found');
  });

  it('an empty one and one for a stranger are refused, and nothing is kept', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const [remarkId = ''] = ids(rows);
    const aizhan = await officerWithAccount(bed.database, rows.bodyId);
    expect(await codeOf(bed.get(WriteNote).execute({ remarkId, text: ' ' }, aizhan))).toBe('invalid-input');
    const toStranger = { remarkId, text: 'Қараңызшы', mentions: [newId()] };
    expect(await codeOf(bed.get(WriteNote).execute(toStranger, aizhan))).toBe('invalid-input');
    expect(await bed.get(NotesOn).remark(remarkId, aizhan)).toEqual([]);
  });
});

describe('templates of grounds', () => {
  const template = {
    name: 'Бюджет',
    reasonCode: 'BUDGET',
    groundKk: '[[неге]] қаражат көзделмеген.',
    groundRu: 'На [[что]] средства не предусмотрены.',
  };

  it('are the body’s own; a changed one takes the place of the old; an archived one is gone', async () => {
    const { bodyId } = await insertDiscussion(bed.database);
    const officer = officerOf(bodyId);
    const id = await bed.get(SaveGroundTemplate).execute(template, officer);
    const next = await bed.get(SaveGroundTemplate).execute({ ...template, id, groundRu: 'На [[это]] нет.' }, officer);
    expect(await bed.get(GroundTemplates).of(officer)).toMatchObject([{ id: next, groundRu: 'На [[это]] нет.' }]);
    expect(await bed.get(GroundTemplates).of(officerOf(newId()))).toEqual([]);
    expect(await codeOf(bed.get(SaveGroundTemplate).execute(template, officer))).toBe('conflict');
    expect(await codeOf(bed.get(ArchiveGroundTemplate).execute(next, officerOf(newId())))).toBe('not-found');
    await bed.get(ArchiveGroundTemplate).execute(next, officer);
    expect(await bed.get(GroundTemplates).of(officer)).toEqual([]);
  });

  it('without a blank it is refused; a decision with a blank left in it too', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: 1 });
    const officer = officerOf(rows.bodyId);
    const stock = { ...template, groundRu: 'Средства не предусмотрены.' };
    expect(await codeOf(bed.get(SaveGroundTemplate).execute(stock, officer))).toBe('invalid-input');
    const unfinished = { ...refusal, remarkId: ids(rows)[0] ?? '', groundKk: template.groundKk };
    await expect(bed.get(DecideRemark).execute(unfinished, officer)).rejects.toMatchObject({
      details: { faults: [{ field: 'groundKk', fault: 'blank-not-filled' }] },
    });
  });
});

describe('remarks chosen for an act on many', () => {
  it('by numbers or by a filter, the standing ones of the discussion alone', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{}, { kind: 'PROPOSAL' }, { state: 'HIDDEN' }, {}] });
    const other = await insertDiscussion(bed.database, { remarks: 1 });
    const officer = officerOf(rows.bodyId);
    const chosen = bed.get(ChosenRemarks);
    const numbers = [...rows.remarks, ...other.remarks].map(({ number }) => number);
    const standing = [0, 1, 3].map((place) => rows.remarks[place]?.id);
    expect(await chosen.of(rows.discussionId, officer, { numbers })).toEqual(standing);
    expect(await chosen.of(rows.discussionId, officer, { filter: { kind: 'PROPOSAL' } })).toEqual([standing[1]]);
    expect(await chosen.count(rows.discussionId, officer, {})).toBe(3);
    expect(await codeOf(chosen.of(rows.discussionId, officer, { numbers: ['X'] }))).toBe('invalid-input');
    expect(await codeOf(chosen.of(rows.discussionId, officerOf(newId()), { numbers }))).toBe('not-found');
  });
});
