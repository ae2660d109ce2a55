import type { Queryable } from '#lib/database';
import type { Instant, LegalDay } from '#lib/kernel';
import { localDayOf } from '#lib/time-limits';
import { type LabelledClause, pathLabels } from '../domain/path-labels.js';
import type { ChangedClause, ClauseReference, ReportPlacement } from '../domain/report-data.js';
import type { ReportFacts } from '../domain/report-facts.js';

interface HeadRow {
  readonly profileId: string;
  readonly titleKk: string;
  readonly titleRu: string;
  readonly titleEn: string | null;
  readonly serviceCode: string | null;
  readonly developerKk: string;
  readonly developerRu: string;
  readonly developerEn: string | null;
  readonly zone: string;
  readonly openAt: Instant;
  readonly lastDay: LegalDay;
  readonly closeAt: Instant;
  readonly discussedId: string;
  readonly discussedVersion: number;
  readonly discussedSha256: string;
  readonly revisedId: string;
  readonly revisedVersion: number;
  readonly revisedSha256: string;
}

/** Name, period, placements and both versions of the draft: the discussed one and the latest (A2.0-A2.2, REQ-61). */
export async function readDraftFacts(
  q: Queryable,
  discussionId: string,
): Promise<Omit<ReportFacts, 'remarks' | 'late'>> {
  const [head] = await q.query<HeadRow>(headSql, [discussionId]);
  if (!head) throw new RangeError(`no closed discussion ${discussionId}`);
  return {
    profileId: head.profileId,
    title: { kk: head.titleKk, ru: head.titleRu, en: head.titleEn },
    serviceCode: head.serviceCode,
    developer: { kk: head.developerKk, ru: head.developerRu, en: head.developerEn },
    discussed: { version: head.discussedVersion, textSha256: head.discussedSha256 },
    revised: { version: head.revisedVersion, textSha256: head.revisedSha256 },
    period: {
      zone: head.zone,
      openAt: head.openAt,
      firstDay: localDayOf(head.openAt, head.zone),
      lastDay: head.lastDay,
      closeAt: head.closeAt,
    },
    placements: await q.query<ReportPlacement>(placementsSql, [discussionId]),
    ...(await clausesAndChanges(q, head.discussedId, head.revisedId)),
  };
}

async function clausesAndChanges(q: Queryable, discussedId: string, revisedId: string) {
  const discussedClauses = await clausesOf(q, discussedId);
  const revisedClauses = await clausesOf(q, revisedId);
  const changes = await q.query<Pick<ChangedClause, 'lineageId' | 'change'>>(changedSql, [discussedId, revisedId]);
  const changedClauses = changes.flatMap(({ lineageId, change }): ChangedClause[] => {
    const clause = revisedClauses.get(lineageId) ?? discussedClauses.get(lineageId);
    return clause ? [{ ...clause, change }] : [];
  });
  return { discussedClauses, revisedClauses, changedClauses };
}

async function clausesOf(q: Queryable, versionId: string): Promise<ReadonlyMap<string, ClauseReference>> {
  const clauses = await q.query<LabelledClause>(
    'select lineage_id as "lineageId", kind, level, label from clause where version_id = $1 order by position',
    [versionId],
  );
  return new Map(pathLabels(clauses).map((clause) => [clause.lineageId, clause]));
}

const headSql = `
  select s.profile_id as "profileId", p.title_kk as "titleKk", p.title_ru as "titleRu", p.title_en as "titleEn",
         e.code as "serviceCode", b.name_kk as "developerKk", b.name_ru as "developerRu", b.name_en as "developerEn",
         s.zone, s.open_at as "openAt", s.last_day as "lastDay", s.close_at as "closeAt",
         d.id as "discussedId", d.version as "discussedVersion", encode(d.text_sha256, 'hex') as "discussedSha256",
         v.id as "revisedId", v.version as "revisedVersion", encode(v.text_sha256, 'hex') as "revisedSha256"
    from discussion s
    join procedure p on p.id = s.procedure_id
    join state_body b on b.id = p.developer_id
    left join public_service e on e.id = p.service_id
    join draft_version d on d.id = s.version_id
    join lateral (select * from draft_version w where w.procedure_id = p.id order by w.version desc limit 1) v on true
   where s.id = $1`;

const placementsSql = `
  select channel, url, placed_at as "placedAt", encode(proof_sha256, 'hex') as "proofSha256"
    from placement
   where discussion_id = $1 and subject = 'DRAFT'
   order by placed_at, channel collate "C", url collate "C"`;

const changedSql = `
  select coalesce(v.lineage_id, d.lineage_id) as "lineageId",
         case when d.lineage_id is null then 'added' when v.lineage_id is null then 'removed' else 'changed' end as change
    from (select * from clause where version_id = $1) d
    full join (select * from clause where version_id = $2) v on v.lineage_id = d.lineage_id
   where (d.text_kk, d.text_ru, d.text_en) is distinct from (v.text_kk, v.text_ru, v.text_en)
   order by coalesce(v.position, d.position), v.position nulls last, coalesce(v.lineage_id, d.lineage_id)`;
