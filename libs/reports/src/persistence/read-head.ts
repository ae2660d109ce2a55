import { stockAnswers, tracedChanges } from '#lib/consideration';
import type { Queryable } from '#lib/database';
import { outagesWithin } from '#lib/discussion';
import type { Instant, LegalDay, Multilingual } from '#lib/kernel';
import { localDayOf, profileById } from '#lib/time-limits';
import type { ClauseReference, ReportChange, ReportOutage, ReportPlacement, Wording } from '../domain/report-data.js';
import type { HeadFacts, RowContext } from '../domain/report-facts.js';
import { readClauses } from './read-clauses.js';
import { readErratum } from './read-erratum.js';

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

/** The head's facts but the count of stock phrases, which is made while the remarks pass; and the names of clauses. */
export interface HeadReading extends Pick<RowContext, 'discussedClauses' | 'revisedClauses'> {
  readonly facts: HeadFacts;
}

/** Name, period, placements, changes, outages and warnings (A2.0-A2.3). */
export async function readHead(q: Queryable, discussionId: string): Promise<HeadReading> {
  const [row] = await q.query<HeadRow>(headSql, [discussionId]);
  if (!row) throw new RangeError(`no closed discussion ${discussionId}`);
  const discussedClauses = await readClauses(q, row.discussedId);
  const revisedClauses = await readClauses(q, row.revisedId);
  const nameOf = (lineageId: string) => revisedClauses.get(lineageId) ?? discussedClauses.get(lineageId);
  const changes = await readChanges(q, discussionId, row, nameOf);
  const facts: HeadFacts = {
    profileId: row.profileId,
    draft: {
      title: { kk: row.titleKk, ru: row.titleRu, en: row.titleEn },
      serviceCode: row.serviceCode,
      developer: { kk: row.developerKk, ru: row.developerRu, en: row.developerEn },
      discussed: { version: row.discussedVersion, textSha256: row.discussedSha256 },
      revised: { version: row.revisedVersion, textSha256: row.revisedSha256 },
    },
    changes,
    period: periodOf(row),
    placements: await q.query<ReportPlacement>(placementsSql, [discussionId]),
    outages: await readOutages(q, discussionId),
    warnings: await readWarnings(q, discussionId, row.profileId, changes),
    erratum: await readErratum(q, discussionId),
  };
  return { facts, discussedClauses, revisedClauses };
}

const wordingOf = (words: Multilingual | null): Wording | null =>
  words && { kk: words.kk, ru: words.ru, en: words.en ?? null };

async function readOutages(q: Queryable, discussionId: string): Promise<ReportOutage[]> {
  const { outages } = await outagesWithin(q, discussionId);
  return outages.map(({ startedAt, endedAt, minutes }) => ({ startedAt, endedAt, minutes }));
}

const periodOf = ({ zone, openAt, lastDay, closeAt }: HeadRow): HeadFacts['period'] => ({
  zone,
  openAt,
  firstDay: localDayOf(openAt, zone),
  lastDay,
  closeAt,
});

async function readChanges(
  q: Queryable,
  discussionId: string,
  versions: Pick<HeadRow, 'discussedId' | 'revisedId'>,
  nameOf: (lineageId: string) => ClauseReference | undefined,
): Promise<ReportChange[]> {
  const changes = await tracedChanges(q, discussionId, versions);
  return changes.flatMap(
    ({ lineageId, change, before, after, points, pointsInAll, ownInitiative, isTraced }): ReportChange[] => {
      const clause = nameOf(lineageId);
      if (!clause) return [];
      const own = ownInitiative && {
        nature: ownInitiative.nature,
        reason: { kk: ownInitiative.reasonKk, ru: ownInitiative.reasonRu },
      };
      const words = { before: wordingOf(before), after: wordingOf(after) };
      return [{ clause, change, ...words, points, pointsInAll, ownInitiative: own, isTraced }];
    },
  );
}

async function readWarnings(
  q: Queryable,
  discussionId: string,
  profileId: string,
  changes: readonly ReportChange[],
): Promise<HeadFacts['warnings']> {
  const answers = await stockAnswers(q, discussionId, profileById(profileId).decisions.sameGroundLimit);
  return {
    stockAnswers: answers.map(({ groundKk: kk, groundRu: ru, remarks }) => ({ ground: { kk, ru }, remarks })),
    stockPhrases: 0,
    substantiveChanges: changes.filter(({ ownInitiative }) => ownInitiative?.nature === 'SUBSTANTIVE').length,
  };
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
