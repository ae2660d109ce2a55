import type { ProcedureKind } from '#lib/drafting';
import { isId, type LegalDay } from '#lib/kernel';
import { codesOfSection, isSectionCode } from '#lib/service-register';
import { soughtWords } from '../domain/sought-words.js';
import { summarySource } from './discussion-rows.js';

/** As a visitor sees it: open while a remark is on time, whatever a job has or has not done yet (REQ-27). */
export const discussionStatuses = ['open', 'closed', 'reported', 'withdrawn'] as const;
export type DiscussionStatus = (typeof discussionStatuses)[number];

export interface DiscussionFilter {
  readonly status?: DiscussionStatus;
  /** Id of the developing body. */
  readonly developerId?: string;
  /** Words in Kazakh, Russian or English, all of them in the title, in the name of the service or in one clause; or a service's code. */
  readonly text?: string;
  readonly kind?: ProcedureKind;
  /** Eight digits of the register. */
  readonly serviceCode?: string;
  /** Three digits: the section of the register in which the service stands. */
  readonly topic?: string;
  /** First and last day of placement, inclusive, by the clock of the discussion. */
  readonly placedFrom?: LegalDay;
  readonly placedTo?: LegalDay;
}

/** Binds a value to the statement; @returns its place, as `$3`. */
export type Bind = (value: unknown) => string;

const reported = `p.state in ('REPORTED', 'IN_AGREEMENT', 'RETURNED', 'APPROVED', 'IN_FORCE', 'AMENDING')`;
const over = `(d.state = 'CLOSED' or d.close_at <= clock_timestamp())`;
const placedOn = `(d.open_at at time zone d.zone)::date`;

export const isOpen = `d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp())`;

const standings: Readonly<Record<DiscussionStatus, string>> = {
  open: isOpen,
  closed: `d.state <> 'WITHDRAWN' and ${over} and not ${reported}`,
  reported: `d.state <> 'WITHDRAWN' and ${reported}`,
  withdrawn: `d.state = 'WITHDRAWN'`,
};

export interface Narrowed {
  readonly source: string;
  /** To be joined by "and"; none: every discussion. */
  readonly conditions: readonly string[];
  /** The first clause with all the words sought, as JSON; null when they stand elsewhere or nothing is sought. */
  readonly found: string;
}

/** What a filter makes of `summarySource`. */
export function narrowed(filter: DiscussionFilter, bind: Bind): Narrowed {
  const { status, developerId, text, kind, serviceCode, topic, placedFrom, placedTo } = filter;
  const conditions: string[] = [];
  if (status) conditions.push(standings[status]);
  if (developerId !== undefined)
    conditions.push(isId(developerId) ? `p.developer_id = ${bind(developerId)}::uuid` : 'false');
  if (kind) conditions.push(`p.kind = ${bind(kind)}`);
  if (serviceCode) conditions.push(`s.code = ${bind(serviceCode)}`);
  if (topic !== undefined) conditions.push(isOfTopic(topic, bind));
  if (placedFrom) conditions.push(`${placedOn} >= ${bind(placedFrom)}::date`);
  if (placedTo) conditions.push(`${placedOn} <= ${bind(placedTo)}::date`);
  if (!text?.trim()) return { source: summarySource, conditions, found: 'null::jsonb' };
  const words = soughtWords(text);
  const sought = `words_sought(${bind(words)}::text[])`;
  conditions.push(`(hit.position is not null
    or p.id in (select id from placed_procedure where words_of(title_kk, title_ru, title_en) @@ ${sought})
    or p.service_id in (select id from public_service where words_of(name_kk, name_ru, name_en) @@ ${sought})
    or s.code = ${bind(words.join(''))})`);
  return {
    source: `${summarySource} left join (${hits(sought)}) hit on hit.version_id = d.version_id`,
    conditions,
    found,
  };
}

/** A range of codes and not their first digits: the index of the register's codes answers it. */
function isOfTopic(topic: string, bind: Bind): string {
  if (!isSectionCode(topic)) return 'false';
  const [first, last] = codesOfSection(topic);
  return `s.code between ${bind(first)} and ${bind(last)}`;
}

const hits = (sought: string) =>
  `select version_id, min(position) as position from placed_clause where words_of(text_kk, text_ru, text_en) @@ ${sought} group by version_id`;

const found = `(select jsonb_build_object('lineageId', c.lineage_id, 'kind', c.kind, 'label', c.label,
    'text', jsonb_strip_nulls(jsonb_build_object('kk', c.text_kk, 'ru', c.text_ru, 'en', c.text_en)))
  from clause c where c.version_id = hit.version_id and c.position = hit.position)`;
