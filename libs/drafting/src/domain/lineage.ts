import { type DraftPart, inOrder, wordingOf } from './clause.js';
import { LEAST_LIKENESS, likeness, wordSetOf } from './likeness.js';

/**
 * The lineage ids that parts without one take over from the version before (REQ-24): a part with the same words is the same
 * part wherever it stands; of the rest, one with the same number in the same place and similar words was reworded. What
 * matches nothing is new and is not in the answer.
 * @param earlier parts of the version before
 * @param later parts of the new version; `isKnown` tells whose lineage id was given and stays
 * @returns new part's provisional id → lineage id of the version before
 */
export function inheritedLineage(
  earlier: readonly DraftPart[],
  later: readonly DraftPart[],
  isKnown: (part: DraftPart) => boolean,
): ReadonlyMap<string, string> {
  const taken = new Set(later.filter(isKnown).map(({ lineageId }) => lineageId));
  const inherited = new Map<string, string>();
  const left = () => inOrder(earlier).filter(({ lineageId }) => !taken.has(lineageId));
  const open = () => inOrder(later).filter((part) => !isKnown(part) && !inherited.has(part.lineageId));
  const inherit = (part: DraftPart, from: DraftPart | undefined) => {
    if (!from) return;
    inherited.set(part.lineageId, from.lineageId);
    taken.add(from.lineageId);
  };
  const unchanged = byKey(left(), wordsKey);
  for (const part of open()) inherit(part, unchanged.get(wordsKey(part))?.shift());
  for (const part of open()) {
    const parent = part.parent === null ? null : (inherited.get(part.parent) ?? part.parent);
    inherit(
      part,
      left().find(
        (old) => old.kind === part.kind && old.parent === parent && old.label === part.label && alike(old, part),
      ),
    );
  }
  return inherited;
}

function byKey(parts: readonly DraftPart[], keyOf: (part: DraftPart) => string): Map<string, DraftPart[]> {
  const groups = new Map<string, DraftPart[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return groups;
}

const wordsKey = (part: DraftPart): string => {
  const { kk, ru, en } = wordingOf(part);
  return JSON.stringify([part.kind, kk, ru, en ?? '']);
};

/** A numbered heading is alike whatever its words; everything else by the words it shares in some language. */
const alike = (one: DraftPart, other: DraftPart): boolean =>
  (one.kind === 'section' && one.label !== '') ||
  (['kk', 'ru', 'en'] as const).some(
    (language) =>
      likeness(wordSetOf(wordingOf(one)[language] ?? ''), wordSetOf(wordingOf(other)[language] ?? '')) >=
      LEAST_LIKENESS,
  );
