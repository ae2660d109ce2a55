import type { Instant, LegalDay, Multilingual } from '#lib/kernel';
import type { ProcedureKind, ProcedureState } from '#lib/drafting';
import type { DiscussionState } from '../domain/discussion-lifecycle.js';

/** What a list and a page have in common. */
export interface DiscussionSummary {
  readonly id: string;
  readonly procedureId: string;
  readonly versionId: string;
  readonly kind: ProcedureKind;
  readonly title: Multilingual;
  readonly developerId: string;
  readonly developer: Multilingual;
  readonly developerCode: string;
  /** Eight digits; null for a draft without a register entry. */
  readonly serviceCode: string | null;
  readonly state: DiscussionState;
  readonly procedureState: ProcedureState;
  /** Whether a remark sent now would be on time, by the database clock. */
  readonly isTakingRemarks: boolean;
  readonly profileId: string;
  readonly zone: string;
  readonly openAt: Instant;
  readonly lastDay: LegalDay | null;
  /** Exclusive; null while the term has not started. */
  readonly closeAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly remarks: number;
  /** The database clock at the moment of reading. */
  readonly readAt: Instant;
}

/** SQL, of a discussion `d`: whether a remark sent now would be on time. */
export const isTakingRemarks = `(d.state = 'OPEN' and d.open_at <= clock_timestamp()
  and (d.close_at is null or d.close_at > clock_timestamp()))`;

export const summaryColumns = `d.id, d.procedure_id as "procedureId", d.version_id as "versionId", p.kind,
  jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
  p.developer_id as "developerId",
  jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as developer, b.code as "developerCode",
  s.code as "serviceCode", d.state, p.state as "procedureState",
  ${isTakingRemarks} as "isTakingRemarks",
  d.profile_id as "profileId", d.zone, d.open_at as "openAt", d.last_day as "lastDay", d.close_at as "closeAt",
  d.withdrawn_at as "withdrawnAt",
  (select count(*)::int from remark r where r.discussion_id = d.id and r.state <> 'WITHDRAWN') as remarks,
  clock_timestamp() as "readAt"`;

export const summarySource = `discussion d join procedure p on p.id = d.procedure_id join state_body b on b.id = p.developer_id
  left join public_service s on s.id = p.service_id`;
