import type { Language, Multilingual } from '#lib/kernel';
import { lineFeeds } from '../domain/canonical-text.js';
import { chooseClauses, type ClauseChoice, everyClause } from '../domain/chosen-clauses.js';
import {
  type ChangeCounts,
  type ClauseChange,
  clauseChanges,
  countChanges,
  isSameWording,
} from '../domain/clause-changes.js';
import { type DraftPart, type DraftText, wordingOf } from '../domain/clause.js';
import { levelsOf } from '../domain/levels.js';
import { compareTexts, type ParagraphChange } from './compare-texts.js';
import { ComparisonEffort } from './comparison-effort.js';

/** By language, those that either version is written in. */
export type WordingComparison = Readonly<Partial<Record<Language, readonly ParagraphChange[]>>>;

/** Where a clause stands in one of the versions. */
export interface ClausePlace {
  readonly kind: DraftPart['kind'];
  /** The number as printed. */
  readonly label: string;
  /** 1 at the top. */
  readonly level: number;
  /** Lineage id of the part it stands in; null at the top. */
  readonly parent: string | null;
  /** In the order of that text, from 1. */
  readonly position: number;
}

export interface ClauseComparison extends Omit<ClauseChange, 'before' | 'after'> {
  /** null when added. */
  readonly before: ClausePlace | null;
  /** null when removed. */
  readonly after: ClausePlace | null;
  readonly wording: WordingComparison;
}

/** Two versions of a draft, clause by clause; plain data, the same for the same texts. */
export interface DraftComparison {
  /** Of all clauses, chosen or not. */
  readonly counts: ChangeCounts;
  readonly title: { readonly isChanged: boolean; readonly wording: WordingComparison };
  /** The chosen ones, in the order of the later text; a removed one where it stood. */
  readonly clauses: readonly ClauseComparison[];
  /** What there was to choose from: the whole text or its changes, so many, and so many passed over. */
  readonly isWhole: boolean;
  readonly total: number;
  readonly passedOver: number;
}

/**
 * Compares two versions by lineage id, first clauses, then paragraphs, then words (REQ-24, REQ-52, REQ-76, REQ-81). It does
 * not matter which was earlier in time.
 * @param choice the clauses whose wording is compared and told; every one when not given
 */
export function compareVersions(
  before: DraftText,
  after: DraftText,
  choice: ClauseChoice = everyClause,
): DraftComparison {
  const effort = new ComparisonEffort();
  const changes = clauseChanges(before, after);
  const [old, young] = [levelsOf(before.parts), levelsOf(after.parts)];
  const { clauses, ...choosing } = chooseClauses(changes, choice);
  return {
    counts: countChanges(changes),
    title: {
      isChanged: !isSameWording(before.title, after.title),
      wording: compareWording(before.title, after.title, effort),
    },
    clauses: clauses.map((change) => ({
      ...change,
      before: placeOf(change.before, old),
      after: placeOf(change.after, young),
      wording: compareWording(wordingIn(change.before), wordingIn(change.after), effort),
    })),
    ...choosing,
  };
}

function compareWording(before: Multilingual, after: Multilingual, effort: ComparisonEffort): WordingComparison {
  const wording: Partial<Record<Language, readonly ParagraphChange[]>> = {};
  for (const language of ['kk', 'ru', 'en'] as const) {
    const [old, young] = [lineFeeds(before[language] ?? ''), lineFeeds(after[language] ?? '')];
    if (old !== '' || young !== '') wording[language] = compareTexts(old, young, effort);
  }
  return wording;
}

const wordingIn = (part: DraftPart | null): Multilingual => (part ? wordingOf(part) : { kk: '', ru: '' });

function placeOf(part: DraftPart | null, levels: ReadonlyMap<string, number>): ClausePlace | null {
  if (!part) return null;
  const { kind, label, parent, position, lineageId } = part;
  return { kind, label, level: levels.get(lineageId) ?? 1, parent, position };
}
