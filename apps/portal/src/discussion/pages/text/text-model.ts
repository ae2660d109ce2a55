import { remarksAbout } from '#lib/discussion';
import { clauseNames } from '#lib/drafting';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PublicDraft } from '../../public-drafts.js';
import { stateOf } from '../draft/draft-facts.js';
import { standingOf } from '../standing.js';
import { sidesOf, type TextChoice, writtenLanguages } from './text-language.js';
import type { TextModel } from './text.view.js';

export function textModel({ discussion, draft, counts }: PublicDraft, choice: TextChoice, visit: PageVisit): TextModel {
  const { t, language } = visit;
  const here = visit.to(`discussions/${discussion.id}`);
  const title = inLanguage(discussion.title, language);
  const names = clauseNames(draft.clauses, language, t);
  const sides = sidesOf(choice);
  const first = sides.find((side) => side === language) ?? sides.at(-1) ?? language;
  return {
    back: { href: here, text: t('receipt.to-draft') },
    title: title.text,
    titleLanguage: title.language,
    state: stateOf(discussion, visit),
    remarkHref: standingOf(discussion) === 'open' ? `${here}/remark` : null,
    clausesHref: `${here}/clauses`,
    choices: choicesOf(writtenLanguages(draft.clauses), choice, `${here}/text`, visit),
    isBoth: choice === 'both',
    contents: draft.clauses
      .filter(({ kind }) => kind === 'SECTION')
      .map(({ lineageId, label, text }) => ({
        id: lineageId,
        text: `${label} ${text[first] ?? ''}`.trim(),
        language: first,
      })),
    clauses: draft.clauses.map(({ lineageId, kind, level, label, text }) => {
      const count = remarksAbout(counts, [lineageId]);
      return {
        id: lineageId,
        isSection: kind === 'SECTION',
        level: Math.min(3, Math.max(1, level - 1)),
        label,
        name: names.get(lineageId) ?? '',
        sides: sides.map((side) => ({ text: text[side] ?? '', language: side })),
        remarks: count ? t('remarks.count', { count }) : null,
      };
    }),
  };
}

/** One language, or Kazakh and Russian beside each other, as tabs. */
export function choicesOf(
  written: ReturnType<typeof writtenLanguages>,
  current: TextChoice,
  here: string,
  { t, language }: PageVisit,
): TextModel['choices'] {
  const both: TextChoice[] = written.includes('kk') && written.includes('ru') ? ['both'] : [];
  return [...written, ...both].map((choice) => ({
    text: choice === 'both' ? t('text.both') : t(`language.${choice}`),
    language: choice === 'both' ? language : choice,
    href: `${here}?text=${choice}`,
    isCurrent: choice === current,
  }));
}
