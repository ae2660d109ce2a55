import type { DiscussionDetails } from '#lib/discussion';
import { clauseNames, Dossiers, DraftTexts, type StoredClause } from '#lib/drafting';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../pages-kit/visit.js';

/** A clause that an accepted point may have changed. */
export interface ChangeableClause extends StoredClause {
  /** Of the discussed text, and not of the latest any more. */
  readonly isRemoved: boolean;
}

/** The clauses of the latest text, and those of the discussed one that are no longer in it. */
@Injectable()
export class Changeable {
  constructor(
    private readonly texts: DraftTexts,
    private readonly dossiers: Dossiers,
  ) {}

  async of({
    procedureId,
    versionId,
  }: Pick<DiscussionDetails, 'procedureId' | 'versionId'>): Promise<ChangeableClause[]> {
    const { clauses } = await this.texts.byVersion(versionId);
    const latest = (await this.dossiers.byId(procedureId))?.latestVersion;
    const revised = !latest || latest.id === versionId ? clauses : (await this.texts.byVersion(latest.id)).clauses;
    const kept = new Set(revised.map(({ lineageId }) => lineageId));
    const removed = clauses.filter(({ lineageId }) => !kept.has(lineageId));
    return [
      ...revised.map((clause) => ({ ...clause, isRemoved: false })),
      ...removed.map((clause) => ({ ...clause, isRemoved: true })),
    ];
  }
}

/** By lineage id; a removed clause says so, since another may have its number now. */
export function changeableNames(
  clauses: readonly ChangeableClause[],
  { t, language }: PageVisit,
): ReadonlyMap<string, string> {
  const names = clauseNames(clauses, language, t);
  return new Map(
    clauses.map(({ lineageId, isRemoved }) => {
      const name = names.get(lineageId) ?? '?';
      return [lineageId, isRemoved ? t('decide.removed-clause', { name }) : name];
    }),
  );
}
