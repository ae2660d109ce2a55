import type { StoredClause } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { inLanguage } from '../../pages-kit/titles.js';
import type { CheckItem } from './remark-form.view.js';
import { WHOLE_DRAFT } from './remark-form.js';

const FIRST_WORDS = 110;

/** "Clause 5" or "Section 2"; without a number, its first words. */
export function clauseName(clause: Pick<StoredClause, 'kind' | 'label' | 'text'>, language: Language, t: Translate) {
  const label = clause.label.replace(/[.\s]+$/, '');
  if (!label) return firstWords(inLanguage(clause.text, language).text, 40);
  return t(clause.kind === 'SECTION' ? 'draft.section' : 'draft.clause', { label });
}

/** Boxes for the whole draft and for each of its parts, with the words one knows it by. */
export function clauseItems(clauses: readonly StoredClause[], language: Language, t: Translate): CheckItem[] {
  return [
    { value: WHOLE_DRAFT, text: t('draft.whole') },
    ...clauses.map((clause) => ({
      value: clause.lineageId,
      text: clauseName(clause, language, t),
      hint: { text: firstWords(inLanguage(clause.text, language).text, FIRST_WORDS) },
    })),
  ];
}

function firstWords(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/, '')} …`;
}
