import type { ClauseComparison, WordingComparison } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { MessageKey, Translate } from '#lib/localisation';
import { inOneText, oneSide } from './compared-text.js';
import type { ComparedClauseModel } from './compare.view.js';

/** What all clauses of a page are shown with. */
export interface Showing {
  readonly t: Translate;
  /** In the order of their columns. */
  readonly languages: readonly Language[];
  readonly isSideBySide: boolean;
  readonly versions: { readonly before: string; readonly after: string };
  /** By lineage id, as each version names its parts. */
  readonly names: { readonly before: ReadonlyMap<string, string>; readonly after: ReadonlyMap<string, string> };
}

const tags: Readonly<Record<ClauseComparison['status'], { key: MessageKey; classes: string } | null>> = {
  unchanged: null,
  changed: { key: 'compare.changed', classes: 'govuk-tag--blue' },
  added: { key: 'compare.added', classes: 'govuk-tag--green' },
  removed: { key: 'compare.removed', classes: 'govuk-tag--red' },
};

export function comparedClause(clause: ClauseComparison, showing: Showing): ComparedClauseModel {
  const { names } = showing;
  const { lineageId: id, before, after, wording } = clause;
  return {
    id,
    name: names.after.get(id) ?? names.before.get(id) ?? '',
    isSection: (after ?? before)?.kind === 'section',
    tags: tagsOf(clause, showing.t),
    notes: notesOf(clause, showing),
    texts: textsOf(wording, clause, showing),
  };
}

/** The name of the draft, as one more clause without a number. */
export function comparedTitle(wording: WordingComparison, showing: Showing): ComparedClauseModel {
  const place = { kind: 'section', label: '', level: 1, parent: null, position: 0 } as const;
  const name = showing.t('compare.name-of-draft');
  const title = { lineageId: 'title', status: 'changed', isMoved: false, isRenumbered: false, wording } as const;
  return { ...comparedClause({ ...title, before: place, after: place }, showing), name };
}

function tagsOf({ status, isMoved, isRenumbered }: ClauseComparison, t: Translate): ComparedClauseModel['tags'] {
  const tag = tags[status];
  return [
    ...(tag ? [{ text: t(tag.key), classes: tag.classes }] : []),
    ...(isMoved ? [{ text: t('compare.moved'), classes: 'govuk-tag--yellow' }] : []),
    ...(isRenumbered ? [{ text: t('compare.renumbered'), classes: 'govuk-tag--grey' }] : []),
  ];
}

function notesOf(clause: ClauseComparison, { t, names, languages }: Showing): string[] {
  const { lineageId, status, isMoved, before, after, wording } = clause;
  const was = names.before.get(lineageId) ?? '';
  const isRenamed = Boolean(before?.label && after?.label) && was !== names.after.get(lineageId);
  const changed = (['kk', 'ru', 'en'] as const).filter((language) => isChangedIn(wording, language));
  const isElsewhere = status === 'changed' && changed.length > 0 && !changed.some((code) => languages.includes(code));
  return [
    ...(isRenamed ? [t('compare.was', { name: was })] : []),
    ...(isMoved && before && after ? [movedNote(before.parent, after.parent, names.before, t)] : []),
    ...(isElsewhere
      ? [t('compare.other-language', { languages: changed.map((code) => t(`language.${code}`)).join(', ') })]
      : []),
  ];
}

function movedNote(was: string | null, is: string | null, names: ReadonlyMap<string, string>, t: Translate): string {
  if (was === is) return t('compare.moved-among');
  return was === null ? t('compare.moved-from-top') : t('compare.moved-from', { place: names.get(was) ?? '' });
}

const isChangedIn = (wording: WordingComparison, language: Language): boolean =>
  wording[language]?.some(({ kind }) => kind !== 'same') ?? false;

function textsOf(
  wording: WordingComparison,
  clause: Pick<ClauseComparison, 'before' | 'after'>,
  { languages, isSideBySide, versions }: Showing,
): ComparedClauseModel['texts'] {
  const sides = ['before', 'after'] as const;
  return languages.flatMap((language) => {
    const changes = wording[language];
    if (!changes) return [];
    const isApart = isSideBySide && isChangedIn(wording, language);
    return [
      {
        language,
        isNamed: languages.length > 1,
        sides: isApart
          ? sides.map((side) => ({ version: versions[side], paragraphs: oneSide(changes, clause, side) }))
          : null,
        paragraphs: inOneText(changes, clause),
      },
    ];
  });
}
