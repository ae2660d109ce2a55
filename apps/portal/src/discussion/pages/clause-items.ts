import { clauseNames, firstWords, type StoredClause } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { inLanguage } from '../../pages-kit/titles.js';
import type { CheckItem } from './remark-form.view.js';
import { WHOLE_DRAFT } from './remark-form.js';

const FIRST_WORDS = 110;

/** Boxes for the whole draft and for each of its parts, with the words one knows it by. */
export function clauseItems(clauses: readonly StoredClause[], language: Language, t: Translate): CheckItem[] {
  const names = clauseNames(clauses, language, t);
  return [
    { value: WHOLE_DRAFT, text: t('draft.whole') },
    ...clauses.map(({ lineageId, text }) => ({
      value: lineageId,
      text: names.get(lineageId) ?? '',
      hint: { text: firstWords(inLanguage(text, language).text, FIRST_WORDS) },
    })),
  ];
}
