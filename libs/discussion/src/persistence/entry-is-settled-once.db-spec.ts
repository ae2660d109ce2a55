import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { letterOn } from '../testing/letters.js';
import { EnterReceivedRemark } from '../use-cases/enter-received-remark.js';
import { RefuseEntry } from '../use-cases/refuse-entry.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

async function waiting() {
  const rows = await insertDiscussion(bed.database, { remarks: 1 });
  const first = officerOf(rows.bodyId);
  const letter = await letterOn(bed.database, rows);
  const { entryId } = await bed.get(EnterReceivedRemark).execute(rows.discussionId, letter, first);
  return { rows, first, entryId };
}

const change = (entryId: string, what: string) =>
  bed.database.query(`update received_entry set ${what} where id = $1`, [entryId]);

describe('an entry, whoever writes to the table (REQ-41)', () => {
  it.each([
    'arrived_at = entered_at',
    `arrival_day = '2016-06-15'`,
    `registration = 'other'`,
    `content = '{}'`,
    'backdated_days = 0',
    'needs_second_officer = false',
  ])('never has its %s changed', async (what) => {
    const { entryId } = await waiting();
    await expect(change(entryId, what)).rejects.toThrow('REQ-41');
  });

  it('is not confirmed by who entered it, nor without becoming anything', async () => {
    const { rows, first, entryId } = await waiting();
    const confirmedBy = (who: string, remark: string) =>
      change(
        entryId,
        `state = 'CONFIRMED', settled_by = '${who}', settled_at = clock_timestamp(), content = null, remark_id = ${remark}`,
      );
    await expect(confirmedBy(`officer:${first.id}`, `'${rows.remarks[0]?.id}'`)).rejects.toThrow('second_officer');
    await expect(confirmedBy('officer:other', 'null')).rejects.toThrow('ck_received_entry_result');
  });

  it('is settled once and never deleted; its files neither', async () => {
    const { rows, first, entryId } = await waiting();
    await bed.get(RefuseEntry).execute({ discussionId: rows.discussionId, entryId, reason: 'Қате терілді' }, first);
    await expect(change(entryId, `refusal_reason = 'other'`)).rejects.toThrow('REQ-41');
    await expect(bed.database.query('delete from received_entry where id = $1', [entryId])).rejects.toThrow('REQ-41');
    await expect(bed.database.query('delete from received_entry_file where entry_id = $1', [entryId])).rejects.toThrow(
      'never changes',
    );
  });
});
