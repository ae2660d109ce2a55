import type { DraftedClause } from '#lib/drafting';
import type { Language, Multilingual } from '#lib/kernel';
import { choicesOf } from '../../../discussion/pages/text/text-model.js';
import { sidesOf, type TextChoice, writtenLanguages } from '../../../discussion/pages/text/text-language.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PreviewModel } from './preview.view.js';

interface Previewed {
  readonly dossierId: string;
  readonly title: Multilingual;
  readonly clauses: readonly DraftedClause[];
  readonly choice: TextChoice;
  readonly note: string;
  readonly typed?: PreviewModel['typed'];
}

/** The text as its public page will show it, without what comes with a discussion. */
export function previewModel(visit: PageVisit, previewed: Previewed): PreviewModel {
  const { dossierId, title, clauses, choice, note, typed = null } = previewed;
  const { t, language } = visit;
  const here = visit.to(`officer/procedures/${dossierId}`);
  const sides = sidesOf(choice);
  const first = sides.find((side) => side === language) ?? sides.at(-1) ?? language;
  const written = writtenLanguages(clauses);
  return {
    back: { href: here, text: t('desk.dossier') },
    titles: sides.flatMap((side) => {
      const text = title[side];
      return text ? [{ text, language: side }] : [];
    }),
    note,
    choices: typed ? [] : choicesOf(written, choice, `${here}/preview`, visit),
    isBoth: sides.length > 1,
    contents: clauses.flatMap(({ kind, label, text }, index) =>
      kind === 'SECTION' ? [{ place: index + 1, text: `${label} ${text[first] ?? ''}`.trim(), language: first }] : [],
    ),
    clauses: clauses.map((clause, index) => shown(clause, index + 1, sides)),
    typed,
  };
}

const shown = (
  { kind, level, label, text }: DraftedClause,
  place: number,
  sides: readonly Language[],
): PreviewModel['clauses'][number] => ({
  place,
  isSection: kind === 'SECTION',
  level: Math.min(3, Math.max(1, level - 1)),
  label,
  sides: sides.map((side) => ({ text: text[side] ?? '', language: side })),
});
