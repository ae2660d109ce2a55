import type { ReportHead } from '#lib/reports';
import { cascades } from '../../../charts/cascade.js';
import { heatStrip } from '../../../charts/heat-strip.js';
import { outcomeBar } from '../../../charts/outcome-bar.js';
import { type Pattern, swatch } from '../../../charts/patterns.js';
import { wholePercents } from '../../../charts/widths.js';
import { figuresOf } from '../../../pages-kit/figures.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PartFigures } from './part-figures.js';
import { reasonName } from './reason-name.js';

/** A picture made here, and the same figures as a table. */
export interface Chart {
  /** SVG of our own making: every word in it is escaped. */
  readonly svg: string;
  readonly legend: readonly { readonly swatch: string; readonly text: string }[];
}

export interface OutcomeTable extends Chart {
  readonly lines: readonly { readonly name: string; readonly points: string; readonly share: string }[];
}

/** REQ-64 as a picture: what was received is decided, withdrawn or hidden; what was decided is taken into account or not. */
export function flowChart({ counts }: ReportHead, visit: PageVisit): Chart {
  const { t } = visit;
  const { number } = figuresOf(visit);
  const line = (name: string, count: number, pattern: Pattern) => ({
    count,
    pattern,
    label: t('chart.line', { name, figure: number(count) }),
  });
  const { points, undecided } = counts;
  const stages = [
    {
      whole: line(t('chart.received'), counts.received.total, 'solid'),
      parts: [
        line(t('chart.decided'), counts.decided.total, 'solid'),
        ...(undecided.total > 0 ? [line(t('chart.undecided'), undecided.total, 'empty')] : []),
        line(t('chart.withdrawn'), counts.withdrawn.total, 'lines'),
        line(t('chart.hidden'), counts.hidden.total, 'crosses'),
      ],
    },
    {
      whole: line(t('chart.points'), points.decided.total, 'solid'),
      parts: [
        line(t('chart.taken'), points.takenIntoAccount.total, 'solid'),
        line(t('chart.not-taken'), points.notTakenIntoAccount.total, 'dots'),
      ],
    },
  ] as const;
  const description = stages.flatMap(({ whole, parts }) => [whole, ...parts].map(({ label }) => label)).join('; ');
  return { svg: cascades({ id: 'flow', title: t('chart.flow-title'), description }, stages), legend: [] };
}

/** Points by what was decided; questions, which propose nothing, apart (REQ-54). */
export function outcomeChart({ counts: { points } }: ReportHead, visit: PageVisit): OutcomeTable {
  const { t } = visit;
  const { number, percent } = figuresOf(visit);
  const questions = points.questions.total;
  const parts = [
    { name: t('chart.taken'), count: points.takenIntoAccount.total, pattern: 'solid' },
    { name: t('chart.not-taken-proposals'), count: points.notTakenIntoAccount.total - questions, pattern: 'dots' },
    { name: t('chart.questions'), count: questions, pattern: 'lines' },
  ] as const;
  const shares = wholePercents(parts.map(({ count }) => count));
  const lines = parts.map(({ name, count }, index) => ({
    name,
    points: number(count),
    share: percent(shares[index] ?? 0),
  }));
  const description = lines.map(({ name, points: count, share }) => `${name}: ${count} (${share})`).join('; ');
  return {
    svg: outcomeBar(
      { id: 'outcomes', title: t('chart.outcome-title'), description },
      parts.map(({ count, pattern }) => ({ count, pattern, label: number(count) })),
    ),
    legend: parts.map(({ name, pattern }) => ({ swatch: swatch(pattern), text: name })),
    lines,
  };
}

/** How much was said about each part of the draft, in the order of its text. */
export function heatChart(parts: readonly PartFigures[], visit: PageVisit): Chart {
  const { t } = visit;
  const { number } = figuresOf(visit);
  const spoken = parts.filter(({ total }) => total > 0);
  const description = t('chart.heat-description', { parts: parts.length, spoken: spoken.length });
  const cells = parts.map(({ short, total, isSection }) => ({
    label: short,
    count: total,
    figure: number(total),
    isSection,
  }));
  return { svg: heatStrip({ title: t('chart.heat-title'), description }, cells), legend: [] };
}

/** Points by the reason of the decision, the most frequent first (REQ-53). */
export function reasonLines({ counts, profile }: ReportHead, visit: PageVisit): { name: string; points: string }[] {
  const { number } = figuresOf(visit);
  return Object.entries(counts.points.byReason)
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => ({
      name: reasonName(profile.id, code, visit.language),
      points: number(count),
    }));
}
