import { Database } from '#lib/database';
import { approvedStates } from '#lib/drafting';
import { type Instant, isId, type LegalDay, type Multilingual } from '#lib/kernel';
import { localDayOf, profileById } from '#lib/time-limits';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import { type AnswerRecord, answerRecord, type LegalTerm, legalTerms } from '../domain/legal-terms.js';

/** One procedure with its terms. */
export interface ClockLine {
  readonly discussionId: string;
  readonly title: Multilingual;
  readonly developer: Multilingual;
  readonly developerCode: string;
  readonly profileId: string;
  readonly zone: string;
  readonly openAt: Instant;
  readonly closeAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly remarks: number;
  /** The database clock at the moment of reading. */
  readonly readAt: Instant;
  readonly terms: readonly LegalTerm[];
}

interface ClockRow extends Omit<ClockLine, 'terms'> {
  readonly isNewStandard: boolean;
  readonly registeredOn: LegalDay | null;
  readonly termLength: number | null;
  readonly lastDay: LegalDay | null;
  readonly isOver: boolean;
  readonly isApproved: boolean;
}

const approved = `p.state in (${approvedStates.map((state) => `'${state}'`).join(', ')})`;

const runs = (line: ClockLine) => line.terms.some(({ standing }) => ['running', 'overdue'].includes(standing));

/** The first day something is due; lines whose terms cannot be computed stand last. */
const firstDue = ({ terms }: ClockLine): string =>
  terms
    .filter(({ standing }) => standing === 'running' || standing === 'overdue')
    .map(({ lastDay }) => lastDay ?? '9999')
    .toSorted()[0] ?? '9999';

/** The law's clock over placed drafts: which terms run, which are over, and how answers kept them (R5b, R8.2, R8.3). */
@Injectable()
export class LegalClock {
  constructor(
    private readonly database: Database,
    private readonly calendar: LoadWorkingCalendar,
  ) {}

  /** Procedures in which a term runs or is overdue, what is due first first. */
  async running(developerId?: string): Promise<ClockLine[]> {
    const lines = await this.lines(developerId, `and not ${approved}`);
    return lines.filter(runs).toSorted((a, b) => firstDue(a).localeCompare(firstDue(b)));
  }

  /** Every discussion of a body that was not withdrawn, the latest placed first. */
  ofBody(developerId: string): Promise<ClockLine[]> {
    return this.lines(developerId);
  }

  /** The procedure of one discussion; undefined for a withdrawn one. */
  async of(discussionId: string): Promise<ClockLine | undefined> {
    const [line] = isId(discussionId) ? await this.lines(undefined, 'and d.id = $2', [discussionId]) : [];
    return line;
  }

  /** Over discussions whose term is over, of one body or of all; and those answered last, the newest first. */
  async record(developerId?: string, last = 0): Promise<{ record: AnswerRecord; answered: ClockLine[] }> {
    const closed = await this.lines(developerId, 'and d.close_at <= clock_timestamp()');
    const record = answerRecord(closed.map(({ terms }) => terms.find(({ id }) => id === 'publish-report')));
    const answered = closed
      .filter(({ publishedAt }) => publishedAt !== null)
      .toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''));
    return { record, answered: answered.slice(0, last) };
  }

  private async lines(developerId: string | undefined, condition = '', more: string[] = []): Promise<ClockLine[]> {
    if (developerId !== undefined && !isId(developerId)) return [];
    const rows = await this.database.query<ClockRow>(clockSql(condition), [developerId ?? null, ...more]);
    const calendar = rows.length > 0 ? await this.calendar.execute() : undefined;
    return rows.map((row) => {
      const { isNewStandard, registeredOn, termLength, lastDay, isOver, isApproved, ...line } = row;
      const publishedOn = line.publishedAt === null ? null : localDayOf(line.publishedAt, line.zone);
      const today = localDayOf(line.readAt, line.zone);
      const facts = { isNewStandard, registeredOn, termLength, lastDay, isOver, isApproved, publishedOn, today };
      return { ...line, terms: calendar ? legalTerms(facts, profileById(line.profileId), calendar) : [] };
    });
  }
}

const clockSql = (condition: string) => `
  select d.id as "discussionId", d.profile_id as "profileId", d.zone, d.open_at as "openAt", d.close_at as "closeAt",
         jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
         jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as developer,
         b.code as "developerCode", p.kind = 'NEW_STANDARD' as "isNewStandard", s.entered_on as "registeredOn",
         d.term_length as "termLength", d.last_day as "lastDay",
         coalesce(d.state = 'CLOSED' or d.close_at <= clock_timestamp(), false) as "isOver",
         ${approved} as "isApproved",
         (select min(r.published_at) from report r where r.discussion_id = d.id and r.state = 'PUBLISHED') as "publishedAt",
         (select count(*)::int from remark r where r.discussion_id = d.id and r.state <> 'WITHDRAWN') as remarks,
         clock_timestamp() as "readAt"
    from discussion d join procedure p on p.id = d.procedure_id join state_body b on b.id = p.developer_id
    left join public_service s on s.id = p.service_id
   where d.state <> 'WITHDRAWN' and ($1::uuid is null or p.developer_id = $1) ${condition}
   order by d.open_at desc, d.id`;
