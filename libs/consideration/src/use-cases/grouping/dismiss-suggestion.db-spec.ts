import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#lib/kernel';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { GroupSuggestions } from '../../queries/grouping/group-suggestions.js';
import { letter, letterOnPaper, others, search, startGroupingBed, suggestionsOf } from '../../testing/grouping-bed.js';
import { ConfirmGroup } from './confirm-group.js';
import { DismissSuggestion } from './dismiss-suggestion.js';
import { GroupRemarks } from './group-remarks.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startGroupingBed();
});
afterAll(() => bed.stop());

/** Three copies of a letter, an edited one and another remark, looked through; what is suggested. */
async function scene() {
  const remarks = [letter, letter, letterOnPaper, others[0], letter].map((body) => ({ body }));
  const rows = await insertDiscussion(bed.database, { remarks });
  await search(bed, rows);
  const officer = officerOf(rows.bodyId);
  const [suggestion] = await suggestionsOf(bed, rows);
  const suggestionId = suggestion?.id ?? '';
  const { discussionId } = rows;
  const { seen } = await bed.get(GroupSuggestions).one(discussionId, suggestionId, officer);
  return {
    rows,
    officer,
    input: { discussionId, suggestionId, seen },
    numbers: rows.remarks.map(({ number }) => number),
  };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe('dismissing', () => {
  it('keeps the same remarks from being suggested again, and others not', async () => {
    const { rows, officer, input, numbers } = await scene();
    await bed.get(DismissSuggestion).execute(input, officer);
    expect(await suggestionsOf(bed, rows)).toEqual([]);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toEqual([]);
    await bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [numbers[4]]);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toMatchObject([{ size: 3, places: [0, 1, 2] }]);
    const [entry] = await bed.database.query<{ data: string }>(
      `select data from ledger_entry where act = 'group.suggestion-dismissed' and subject_id = $1`,
      [rows.discussionId],
    );
    expect(JSON.parse(entry?.data ?? '')).toEqual({ members: 4, membersSha256: input.seen });
  });

  it('is refused when it is no longer what was seen', async () => {
    const { officer, input } = await scene();
    const dismiss = (seen: string) => codeOf(bed.get(DismissSuggestion).execute({ ...input, seen }, officer));
    expect(await dismiss('')).toBe('conflict');
    expect(await dismiss(input.seen)).toBe('done');
    expect(await dismiss(input.seen)).toBe('conflict');
    expect(await codeOf(bed.get(ConfirmGroup).execute(input, officer))).toBe('conflict');
  });

  it('is refused when nothing of it is left', async () => {
    const { officer, input, numbers } = await scene();
    const chosen = [0, 1, 2, 4].map((place) => numbers[place] ?? '');
    await bed.get(GroupRemarks).execute({ discussionId: input.discussionId, numbers: chosen }, officer);
    for (const seen of [input.seen, '']) {
      expect(await codeOf(bed.get(DismissSuggestion).execute({ ...input, seen }, officer))).toBe('conflict');
      expect(await codeOf(bed.get(ConfirmGroup).execute({ ...input, seen }, officer))).toBe('conflict');
    }
  });
});
