import type { Block, Run } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
import type { ReportChange, ReportHead } from '../domain/report-data.js';
import { markedWording } from './marked-wording.js';

const NAMED = 20;
export const kinds: Readonly<Record<ReportChange['change'], MessageKey>> = {
  changed: 'report.change-changed',
  added: 'report.change-added',
  removed: 'report.change-removed',
};

/** REQ-52, REQ-76: every changed part of the draft, and the remarks or the own initiative behind it. */
export function* changesTable({ changes }: ReportHead, language: Language): Generator<Block> {
  if (changes.length === 0) return;
  const t = translator(language);
  yield { kind: 'heading', level: 2, text: t('report.changes-title') };
  yield { kind: 'paragraph', text: t('report.changes-hint') };
  yield {
    kind: 'table',
    title: t('report.changes-title'),
    size: changes.length,
    columns: [
      { heading: t('report.change-clause'), width: 12 },
      { heading: t('report.change-what'), width: 50 },
      { heading: t('report.change-behind'), width: 38 },
    ],
    rows: changes.map((change) => [change.clause.label, wordingCell(change, language), behind(change, language)]),
  };
}

/** What became of the words, in words and not by marks alone: nobody has to see a line through a word to know. */
function wordingCell(change: ReportChange, language: Language): Run[] {
  const name: Run = { text: `${translator(language)(kinds[change.change])}\n`, bold: true };
  return [name, ...markedWording(change, language)];
}

export function behind({ points, pointsInAll, ownInitiative, isTraced }: ReportChange, language: Language): string {
  const t = translator(language);
  if (!isTraced) return t('report.change-untraced');
  const numbers = points.slice(0, NAMED).map(({ number, point }) => (point > 1 ? `${number} (${point})` : number));
  const more = pointsInAll - numbers.length;
  const named = numbers.length > 0 ? [t('report.change-remarks', { numbers: numbers.join(', '), more })] : [];
  if (!ownInitiative) return named.join('\n');
  const { nature, reason } = ownInitiative;
  const said = language === 'en' ? `${reason.kk} / ${reason.ru}` : reason[language];
  const key = nature === 'EDITORIAL' ? 'report.change-own-editorial' : 'report.change-own-substantive';
  return [...named, t(key, { reason: said })].join('\n');
}
