import { type Instant, isId, isInstant } from '#lib/kernel';
import { labelsOf, officerLabel } from '../domain/entry.js';

/** Which acts are asked for; what is not said narrows nothing. */
export interface EntryFilter {
  readonly act?: string;
  /** Id of what the act was done to. */
  readonly subjectId?: string;
  /** The first instant, inclusive. */
  readonly from?: Instant;
  /** The end, exclusive. */
  readonly before?: Instant;
  readonly kind?: ActorKind;
  /** Ids of officials; an empty list is nobody. */
  readonly officerIds?: readonly string[];
}

export const actorKinds = ['officer', 'citizen', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

interface Place {
  readonly at: Instant;
  readonly id: string;
}

/** Entries are walked from the newest by instant and id, sealed or not. */
export const cursorOf = ({ at, id }: Place): string => `${at}/${id}`;

/** @returns undefined for a cursor that none of our pages wrote */
export function placeOf(cursor: string): Place | undefined {
  const [at = '', id = ''] = cursor.split('/');
  return isInstant(at) && isId(id) ? { at, id } : undefined;
}

/** The condition and its values, $1 to $8, over the columns of `ledger_entry`. */
export const entryCondition = `($1::text is null or act = $1) and ($2::uuid is null or subject_id = $2)
  and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)
  and ($5::text is null or actor like $5) and ($6::text[] is null or actor = any($6))
  and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))`;

export const conditionValues = (filter: EntryFilter, after: Place | undefined): unknown[] => [
  filter.act ?? null,
  filter.subjectId ?? null,
  filter.from ?? null,
  filter.before ?? null,
  filter.kind ? labelsOf(filter.kind) : null,
  filter.officerIds?.map(officerLabel) ?? null,
  after?.at ?? null,
  after?.id ?? null,
];
