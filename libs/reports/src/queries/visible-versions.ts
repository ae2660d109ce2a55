import { Database } from '#lib/database';
import { type ClauseChoice, type ComparedVersions, VersionComparison } from '#lib/drafting';
import { type Actor, DomainError, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeVersion, standingOf, type VersionStanding } from '../domain/version-visibility.js';
import { RevisedVersions } from './revised-versions.js';

/** A version of a draft as somebody may see it. */
export interface VisibleVersion {
  readonly version: number;
  readonly standing: VersionStanding;
  /** Hex. */
  readonly textSha256: string;
  readonly createdAt: Instant;
}

export interface TwoVersions {
  readonly procedureId: string;
  readonly from: number;
  readonly to: number;
}

interface VersionRow extends Omit<VisibleVersion, 'standing'> {
  readonly developerId: string;
  readonly isPlaced: boolean;
}

/** The versions of a draft, each for those who may see it (`domain/version-visibility.ts`). */
@Injectable()
export class VisibleVersions {
  constructor(
    private readonly database: Database,
    private readonly revised: RevisedVersions,
    private readonly comparison: VersionComparison,
  ) {}

  /** Oldest first; none of an unknown dossier. */
  async of(procedureId: string, actor: Actor): Promise<VisibleVersion[]> {
    const rows = isId(procedureId) ? await this.database.query<VersionRow>(versionsSql, [procedureId]) : [];
    const revised = rows.every(({ isPlaced }) => isPlaced) ? new Set<number>() : await this.revised.of(procedureId);
    return rows.flatMap(({ developerId, isPlaced, ...version }) => {
      const standing = standingOf({ isPlaced, isInPublishedReport: revised.has(version.version) });
      return maySeeVersion(standing, developerId, actor) ? [{ ...version, standing }] : [];
    });
  }

  /**
   * What differs between two versions of a draft.
   * @param choice the clauses told in words; every one when not given
   * @throws DomainError `not-found` alike for a version that is not there and for one the actor may not see
   */
  async compare(
    { procedureId, from, to }: TwoVersions,
    actor: Actor,
    choice?: ClauseChoice,
  ): Promise<ComparedVersions> {
    const visible = (await this.of(procedureId, actor)).map(({ version }) => version);
    if (!visible.includes(from) || !visible.includes(to))
      throw new DomainError('not-found', 'there is no such draft version', { procedureId, from, to });
    return this.comparison.of(procedureId, from, to, choice);
  }
}

const versionsSql = `
  select v.version, encode(v.text_sha256, 'hex') as "textSha256", v.created_at as "createdAt",
         p.developer_id as "developerId",
         coalesce(v.frozen_at is not null and s.version_id = v.id, false) as "isPlaced"
    from draft_version v
    join procedure p on p.id = v.procedure_id
    left join discussion s on s.procedure_id = p.id
   where v.procedure_id = $1
   order by v.version`;
