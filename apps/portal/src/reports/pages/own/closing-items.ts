import { firstWords } from '#lib/drafting';
import type { Multilingual } from '#lib/kernel';
import type { BlockerCode } from '#lib/reports';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ClosingState } from '../../closing-facts.js';
import type { OwnReportState } from '../../own-report.js';
import { blockerLine, type ClosingStep } from './blocker-lines.js';
import { reportPath } from './report-frame.js';

/** A line of the checklist: done, or what stands in the way with links to the places where it is done. */
export interface ClosingItem {
  readonly id: string;
  readonly isDone: boolean;
  readonly title: string;
  readonly text: string | null;
  readonly lines: readonly ClosingStep[];
  /** How many more there are than those named. */
  readonly more: string | null;
  readonly place: ClosingStep | null;
}

export interface ClosingReading {
  readonly state: OwnReportState;
  readonly closing: ClosingState;
  readonly visit: PageVisit;
}

/** Told anew by the lists of now; of the assembled version they may be old news. */
const toldElsewhere: ReadonlySet<BlockerCode> = new Set<BlockerCode>([
  'undecided-point',
  'decision-not-confirmed',
  'change-untraced',
  'entry-waits',
  'hiding-waits',
  'text-waits',
  'objection-waits',
]);

const NAMED = 20;
const CLAUSE_WORDS = 60;

/** Everything between a closed discussion and the signature, in the order in which it is done. */
export function closingItems(reading: ClosingReading): ClosingItem[] {
  return [
    closed(reading),
    decided(reading),
    ...confirmed(reading),
    waiting(reading, 'entry-waits', 'letters'),
    waiting(reading, 'hiding-waits', 'hidings'),
    ...[waiting(reading, 'text-waits', 'texts'), waiting(reading, 'objection-waits', 'objections')].filter(
      ({ isDone }) => !isDone,
    ),
    traced(reading),
    made(reading),
    sound(reading),
  ];
}

type Words = Omit<ClosingItem, 'lines' | 'more' | 'place' | 'text'> & Partial<ClosingItem>;
const item = (words: Words): ClosingItem => ({ text: null, lines: [], more: null, place: null, ...words });

function closed({ state: { discussion }, visit }: ClosingReading): ClosingItem {
  const isDone = discussion.state === 'CLOSED';
  const text = discussion.closeAt === null ? null : visit.until(discussion.closeAt, discussion.zone);
  return item({ id: 'closed', isDone, title: visit.t('closing.closed'), text });
}

function decided({ state: { discussion }, closing, visit }: ClosingReading): ClosingItem {
  const { t } = visit;
  const { undecided, received } = closing.checklist.progress;
  return item({
    id: 'decided',
    isDone: undecided === 0,
    title: t('closing.decided'),
    text:
      undecided === 0 ? t('closing.decided-all', { count: received }) : t('closing.undecided', { count: undecided }),
    lines: remarkLines(closing.undecided, visit),
    more: moreThan(undecided, closing.undecided.length, visit),
    place:
      undecided === 0
        ? null
        : {
            href: visit.to(`officer/discussions/${discussion.id}/queue?undecided=1`),
            text: t('closing.to-queue'),
          },
  });
}

function confirmed({ state: { discussion }, closing: { unconfirmed }, visit }: ClosingReading): ClosingItem[] {
  if (unconfirmed === null) return [];
  const { numbers, hasMore } = unconfirmed;
  const queue = visit.to(`officer/discussions/${discussion.id}/queue?unconfirmed=1`);
  return [
    item({
      id: 'confirmed',
      isDone: numbers.length === 0,
      title: visit.t('closing.confirmed'),
      lines: remarkLines(numbers, visit),
      more: hasMore ? visit.t('closing.and-more') : null,
      place: numbers.length === 0 ? null : { href: queue, text: visit.t('closing.to-queue') },
    }),
  ];
}

function waiting(
  { state: { discussion }, closing, visit }: ClosingReading,
  code: BlockerCode,
  id: 'letters' | 'hidings' | 'texts' | 'objections',
): ClosingItem {
  const waits = closing.checklist.waiting.filter((blocker) => blocker.code === code);
  const lines = waits.slice(0, NAMED).map((blocker) => blockerLine(blocker, discussion.id, visit));
  return item({
    id,
    isDone: waits.length === 0,
    title: visit.t(`closing.${id}`),
    lines,
    more: moreThan(waits.length, lines.length, visit),
  });
}

function traced({ state: { discussion }, closing, visit }: ClosingReading): ClosingItem {
  const { untraced } = closing.checklist;
  const place = visit.to(`officer/discussions/${discussion.id}/changes`);
  const nameOf = (words: Multilingual | null) =>
    words === null ? '' : firstWords(inLanguage(words, visit.language).text, CLAUSE_WORDS);
  return item({
    id: 'traced',
    isDone: untraced.length === 0,
    title: visit.t('closing.traced'),
    lines: untraced.slice(0, NAMED).map(({ change, before, after }) => ({
      text: `${visit.t(`report.change-${change}`)}: «${nameOf(after ?? before)}»`,
      href: place,
    })),
    more: moreThan(untraced.length, NAMED, visit),
    place: untraced.length === 0 ? null : { href: place, text: visit.t('closing.to-changes') },
  });
}

/** A version is there, and says what is so now. */
function made({ state: { discussion, unsigned }, closing: { checklist }, visit }: ClosingReading): ClosingItem {
  const { t } = visit;
  const isDone = unsigned !== undefined && checklist.changed.length === 0;
  const version = unsigned && t('draft.version', { number: unsigned.version });
  return item({
    id: 'made',
    isDone,
    title: t('closing.made'),
    text: version ?? t('report.not-assembled'),
    lines: checklist.changed.slice(0, NAMED).map((blocker) => blockerLine(blocker, discussion.id, visit)),
    more: moreThan(checklist.changed.length, NAMED, visit),
    place: isDone ? null : { href: visit.to(reportPath(discussion.id, 'making')), text: t('closing.to-making') },
  });
}

/** What the check of the version found. */
function sound({ state: { discussion, unsigned }, visit }: ClosingReading): ClosingItem {
  const found = (unsigned?.blockers ?? []).filter(({ code }) => !toldElsewhere.has(code));
  const uncounted = (unsigned?.blockersInAll ?? 0) - (unsigned?.blockers.length ?? 0);
  return item({
    id: 'sound',
    isDone: unsigned !== undefined && found.length === 0,
    title: visit.t('closing.sound'),
    text: unsigned === undefined ? visit.t('closing.not-checked') : null,
    lines: found.slice(0, NAMED).map((blocker) => blockerLine(blocker, discussion.id, visit)),
    more: moreThan(found.length + uncounted, Math.min(found.length, NAMED), visit),
  });
}

const remarkLines = (numbers: readonly string[], visit: PageVisit): ClosingStep[] =>
  numbers.map((number) => ({ text: number, href: visit.to(`officer/remarks/${number}`) }));

const moreThan = (inAll: number, named: number, { t }: PageVisit): string | null =>
  inAll > named ? t('closing.more', { count: inAll - named }) : null;
