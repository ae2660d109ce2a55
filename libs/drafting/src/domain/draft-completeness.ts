import type { Language, Multilingual } from '#lib/kernel';
import { type DraftPart, type DraftText, inOrder, wordingOf } from './clause.js';

// What must be written before a draft may be placed: it is developed as a text (R4), in Kazakh and Russian together
// (AMB-28, REQ-19), and no section of the standard is left empty (R10.S).

export type CompletenessFaultName =
  'title-missing' | 'no-clause' | 'section-empty' | 'heading-missing' | 'text-missing';

export interface CompletenessFault {
  readonly fault: CompletenessFaultName;
  readonly rule: 'R4' | 'AMB-28' | 'R10.S';
  /** Lineage id of the part at fault; null for the draft as a whole. */
  readonly partId: string | null;
  readonly label: string;
  readonly language: Language | null;
}

const officialLanguages: readonly Language[] = ['kk', 'ru'];

/**
 * Every reason why the text may not be placed, in the order of the text; none = complete.
 * @param languages those the procedure's profile asks for; Kazakh and Russian under the Rules
 */
export function completenessFaults(
  draft: DraftText,
  languages: readonly Language[] = officialLanguages,
): CompletenessFault[] {
  const whole = (fault: CompletenessFaultName, language: Language | null, rule: CompletenessFault['rule']) => ({
    fault,
    rule,
    partId: null,
    label: '',
    language,
  });
  return [
    ...languagesWithoutWords(draft.title, languages).map((language) => whole('title-missing', language, 'AMB-28')),
    ...(draft.parts.some((part) => part.kind === 'clause') ? [] : [whole('no-clause', null, 'R4')]),
    ...inOrder(draft.parts).flatMap((part) => partFaults(part, draft.parts, languages)),
  ];
}

function partFaults(part: DraftPart, all: readonly DraftPart[], languages: readonly Language[]): CompletenessFault[] {
  const about = { partId: part.lineageId, label: part.label };
  const unwritten = languagesWithoutWords(wordingOf(part), languages).map((language): CompletenessFault => ({
    ...about,
    fault: part.kind === 'section' ? 'heading-missing' : 'text-missing',
    rule: 'AMB-28',
    language,
  }));
  if (part.kind === 'clause' || holdsClause(part, all)) return unwritten;
  return [...unwritten, { ...about, fault: 'section-empty', rule: 'R10.S', language: null }];
}

const holdsClause = (section: DraftPart, all: readonly DraftPart[]): boolean =>
  all.some(
    (part) =>
      part.parent === section.lineageId && part !== section && (part.kind === 'clause' || holdsClause(part, all)),
  );

/** A dash or dots in place of a text are no words. */
const languagesWithoutWords = (wording: Multilingual, languages: readonly Language[]): Language[] =>
  languages.filter((language) => !/[\p{L}\p{N}]/u.test(wording[language] ?? ''));
