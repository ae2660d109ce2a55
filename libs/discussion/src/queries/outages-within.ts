import { Database, type Queryable } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { DiscussionNotFound } from '../domain/refusals.js';

export interface OutageWithin {
  readonly startedAt: Instant;
  /** Null while it lasts. */
  readonly endedAt: Instant | null;
  readonly source: 'PROBE' | 'OFFICIAL';
  readonly note: string | null;
  /** Of it within the term, rounded up. */
  readonly minutes: number;
}

export interface OutagesOfDiscussion {
  readonly discussionId: string;
  /** Those that overlap the term, the earliest first. */
  readonly outages: readonly OutageWithin[];
  /** Of the term in which remarks could not be sent, rounded up; where two overlap, once. */
  readonly totalMinutes: number;
  /** Whether any of it fell in the profile's last hours before the close. */
  readonly isNearClose: boolean;
  readonly limits: { readonly totalMinutes: number; readonly lastHours: number };
  /** Above either limit an extension is to be considered; an official decides (AMB-19). */
  readonly isExtensionToBeConsidered: boolean;
}

interface Term {
  readonly id: string;
  readonly profileId: string;
}

/** REQ-26: in how much of its term a discussion took no remarks. */
@Injectable()
export class OutagesWithin {
  constructor(private readonly database: Database) {}

  /** @throws DiscussionNotFound */
  execute(discussionId: string): Promise<OutagesOfDiscussion> {
    return outagesWithin(this.database, discussionId);
  }

  /** The same of the discussion of a dossier; nothing when its draft is not placed yet. */
  async ofProcedure(procedureId: string): Promise<OutagesOfDiscussion | undefined> {
    const [term] = await this.database.query<Term>(`${terms} where procedure_id = $1`, [procedureId]);
    return term && read(this.database, term);
  }
}

/** The same for who is in a transaction. @throws DiscussionNotFound */
export async function outagesWithin(q: Queryable, discussionId: string): Promise<OutagesOfDiscussion> {
  const [term] = isId(discussionId) ? await q.query<Term>(`${terms} where id = $1`, [discussionId]) : [];
  if (!term) throw new DiscussionNotFound(discussionId);
  return read(q, term);
}

const terms = 'select id, profile_id as "profileId" from discussion';

async function read(q: Queryable, { id, profileId }: Term): Promise<OutagesOfDiscussion> {
  const limits = profileById(profileId).outage;
  const outages = await q.query<OutageWithin>(outagesSql, [id]);
  const [sum] = await q.query<{ seconds: number; isNearClose: boolean }>(sumSql, [id, limits.lastHours]);
  const seconds = sum?.seconds ?? 0;
  const isNearClose = sum?.isNearClose ?? false;
  return {
    discussionId: id,
    outages,
    totalMinutes: Math.ceil(seconds / 60),
    isNearClose,
    limits,
    isExtensionToBeConsidered: seconds > limits.totalMinutes * 60 || isNearClose,
  };
}

/** The part of each outage that lies in the term: from the opening to the close, the withdrawal or now. */
const parts = `
  term as (
    select open_at, close_at,
           tstzrange(open_at, greatest(open_at, least(close_at, withdrawn_at, clock_timestamp()))) as span
      from discussion where id = $1),
  part as (
    select o.*, t.close_at, t.span * tstzrange(o.started_at, coalesce(o.ended_at, clock_timestamp())) as span
      from intake_outage o cross join term t
     where t.span && tstzrange(o.started_at, coalesce(o.ended_at, clock_timestamp())))`;

const outagesSql = `
  with ${parts}
  select started_at as "startedAt", ended_at as "endedAt", source, note,
         ceil(extract(epoch from upper(span) - lower(span)) / 60)::int as minutes
    from part order by started_at, id`;

const sumSql = `
  with ${parts}, total as (select unnest(range_agg(span)) as span from part)
  select coalesce((select sum(extract(epoch from upper(span) - lower(span))) from total), 0)::float8 as seconds,
         exists (select from part where upper(span) > close_at - $2 * interval '1 hour') as "isNearClose"`;
