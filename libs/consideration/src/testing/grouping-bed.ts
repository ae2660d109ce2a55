import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { LedgerModule } from '#lib/ledger';
import { type DiscussionRows, officerOf, startTestBed, type TestBed, testKeyFile } from '#lib/testing';
import { ConsiderationModule } from '../consideration.module.js';
import { type GroupSuggestion, GroupSuggestions } from '../queries/grouping/group-suggestions.js';
import { SuggestionMembers } from '../queries/grouping/suggestion-members.js';
import { RequestGrouping } from '../use-cases/grouping/request-grouping.js';
import { SuggestGroups } from '../use-cases/grouping/suggest-groups.js';

export const startGroupingBed = (): Promise<TestBed> =>
  startTestBed({
    imports: [
      ConsiderationModule,
      DiscussionModule.forRoot({ receiptSecret: 'a key for tests', keyFile: testKeyFile() }),
      LedgerModule,
      JobsModule,
    ],
    now: '2016-07-05T06:00:00Z',
  });

/** The id of the newest run. */
export async function lastRun({ database }: TestBed, discussionId: string): Promise<string> {
  const [run] = await database.query<{ id: string }>(
    'select id from grouping_run where discussion_id = $1 order by requested_at desc limit 1',
    [discussionId],
  );
  return run?.id ?? '';
}

/** An officer looks for similar remarks, and a worker carries it out. */
export async function search(bed: TestBed, { discussionId, bodyId }: DiscussionRows): Promise<void> {
  await bed.get(RequestGrouping).execute(discussionId, officerOf(bodyId));
  const outcome = await bed.get(SuggestGroups).execute(await lastRun(bed, discussionId));
  if (outcome !== 'done') throw new Error(`the search ended as ${outcome}`);
}

/** A suggestion with the places (from 0) of its remarks among those inserted, and with the likeness of each. */
export interface Suggested extends GroupSuggestion {
  readonly places: readonly number[];
  readonly likenesses: readonly number[];
}

export async function suggestionsOf(bed: TestBed, rows: DiscussionRows): Promise<Suggested[]> {
  const officer = officerOf(rows.bodyId);
  const { items } = await bed.get(GroupSuggestions).of(rows.discussionId, officer, { size: 100 });
  const found: Suggested[] = [];
  for (const item of items) {
    const { items: members } = await bed.get(SuggestionMembers).of(rows.discussionId, item.id, officer, { size: 100 });
    const placed = members
      .map(({ number, likeness }) => ({ place: rows.remarks.findIndex((each) => each.number === number), likeness }))
      .toSorted((a, b) => a.place - b.place);
    found.push({
      ...item,
      places: placed.map(({ place }) => place),
      likenesses: placed.map(({ likeness }) => likeness),
    });
  }
  return found;
}

/** A letter of a campaign, and others that are no part of it. */
export const letter =
  'Құрметті министрлік! Анықтама беру мерзімін бес жұмыс күнінен үш жұмыс күніне дейін қысқартуды сұраймыз, себебі көршілес ' +
  'елдерде мұндай анықтама бір күнде беріледі және азаматтар оны күтіп жұмыстан қалады.';
export const letterOnPaper = letter.replace('бес жұмыс', 'он жұмыс').replace('күтіп', 'тосып');
export const others = [
  'Нысанды электрондық түрде де беруге рұқсат етіңіздер, қағаз түрі ауыл тұрғындары үшін қиындық туғызады.',
  'Прошу указать в стандарте телефон единого контакт-центра и порядок обжалования отказа в выдаче справки.',
  'Төлем мөлшері тым жоғары, зейнеткерлер мен студенттерді төлемнен босату керек деп санаймын.',
] as const;
