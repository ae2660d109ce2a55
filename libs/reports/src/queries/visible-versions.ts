import { Database } from '#lib/database';
import { type ClauseChoice, type ComparedVersions, VersionComparison } from '#lib/drafting';
import { type Actor, DomainError, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeVersion, standingOf, type VersionFacts, type VersionStanding } from '../domain/version-visibility.js';

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

interface VersionRow extends Omit<VisibleVersion, 'standing'>, VersionFacts {
  readonly developerId: string;
}

/** The versions of a draft, each for those who may see it (`domain/version-visibility.ts`). */
@Injectable()
export class VisibleVersions {
  constructor(
    private readonly database: Database,
    private readonly comparison: VersionComparison,
  ) {}

  /** Oldest first; none of an unknown dossier. */
  async of(procedureId: string, actor: Actor): Promise<VisibleVersion[]> {
    const rows = isId(procedureId) ? await this.database.query<VersionRow>(versionsSql, [procedureId]) : [];
    return rows.flatMap(({ developerId, isPlaced, isInPublishedReport, ...version }) => {
      const standing = standingOf({ isPlaced, isInPublishedReport });
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
  with reported as materialized (
    select (r.data::json #>> '{draft,revised,version}')::integer as version
      from report r join discussion s on s.id = r.discussion_id
     where s.procedure_id = $1 and r.published_at is not null)
  select v.version, encode(v.text_sha256, 'hex') as "textSha256", v.created_at as "createdAt",
         p.developer_id as "developerId",
         v.frozen_at is not null and exists (select from discussion s where s.version_id = v.id) as "isPlaced",
         v.version in (select version from reported) as "isInPublishedReport"
    from draft_version v join procedure p on p.id = v.procedure_id
   where v.procedure_id = $1
   order by v.version`;
