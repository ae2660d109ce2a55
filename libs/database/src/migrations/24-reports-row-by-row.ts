import { sqlMigration } from './sql-migration.js';

/** A row of a report made before: the same words, with what is new about rows told as it was then: no group, one passage. */
const OLD_ROW = `row.value || jsonb_build_object('group', null, 'points', coalesce((
    select jsonb_agg(point.value || jsonb_build_object('passages', '[]'::jsonb, 'decision', case jsonb_typeof(point.value->'decision')
             when 'object' then (point.value->'decision') - 'changedClause' || jsonb_build_object('changedClauses', coalesce(
               point.value->'decision'->'changedClauses',
               case jsonb_typeof(point.value->'decision'->'changedClause') when 'object'
                 then jsonb_build_array(point.value->'decision'->'changedClause') else '[]'::jsonb end))
             else 'null'::jsonb end) order by point.ordinality)
      from jsonb_array_elements(row.value->'points') with ordinality as point), '[]'::jsonb))`;

/** By statement, not by row: a million rows are checked a thousand at a time. */
const frozen = (table: string) =>
  (['insert', 'update', 'delete'] as const).map(
    (event) => `create trigger ${table}_stays_on_${event} after ${event} on ${table}
      referencing ${event === 'insert' ? 'new' : 'old'} table as changed for each statement
      execute function parts_of_signed_report_stay()`,
  );

/**
 * A report of a million remarks is never one text in memory: `data` holds its head (without `rows` and `remarks`), the rows of the
 * table and every remark on time stand beside it one by one, and the SHA-256 is that of the whole canonical JSON. `report_fact` keeps
 * a digest of what each remark was when the report was made, so that a later change is found and named. A run makes a report step by
 * step; a killed worker leaves steps, never half a report.
 */
export const ReportsRowByRow = sqlMigration(
  24,
  'ReportsRowByRow',
  [
    'alter table report drop constraint ck_report_state',
    `alter table report add constraint ck_report_state
       check (state in ('RENDERING', 'ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED'))`,
    'drop index ix_report_standing',
    `create unique index ix_report_unsigned on report (discussion_id) where state = 'ASSEMBLED'`,
    'alter table report add column blockers_in_all integer not null default 0',
    'alter table report_rendering drop constraint ck_report_rendering_format',
    `alter table report_rendering add constraint ck_report_rendering_format check (format in ('JSON', 'CSV', 'XLSX', 'DOCX', 'PDF'))`,
    `create table report_row (
       report_id uuid not null,
       ordinal integer not null,
       number text not null,
       data text not null,
       constraint pk_report_row primary key (report_id, ordinal),
       constraint fk_report_row_report_id foreign key (report_id) references report (id)
     )`,
    `create table report_remark (
       report_id uuid not null,
       position integer not null,
       number text not null,
       row_ordinal integer,
       data text not null,
       constraint pk_report_remark primary key (report_id, position),
       constraint uq_report_remark_report_id_number unique (report_id, number),
       constraint fk_report_remark_report_id foreign key (report_id) references report (id)
     )`,
    `create table report_fact (
       report_id uuid not null,
       number text not null,
       sha256 bytea not null,
       constraint pk_report_fact primary key (report_id, number),
       constraint fk_report_fact_report_id foreign key (report_id) references report (id)
     )`,
    `insert into report_row (report_id, ordinal, number, data)
     select t.id, (row.value->>'ordinal')::integer, row.value->>'number', (${OLD_ROW})::text
       from report t cross join lateral jsonb_array_elements(t.data::jsonb->'rows') as row`,
    `insert into report_remark (report_id, position, number, row_ordinal, data)
     select w.report_id, w.ordinal, w.number, w.ordinal, jsonb_build_object('number', w.number, 'kind', w.data::jsonb->'kind', 'state',
              'RECEIVED', 'receivedAt', w.data::jsonb->'receivedAt', 'row', w.ordinal, 'own', null, 'hiddenGround', null)::text
       from report_row w`,
    'alter table report disable trigger user',
    `update report set data = (data::jsonb - 'rows' || jsonb_build_object(
       'changes', coalesce((select jsonb_agg(jsonb_build_object('clause', change.value - 'change', 'change', change.value->'change',
                     'points', '[]'::jsonb, 'pointsInAll', 0, 'ownInitiative', null, 'isTraced', false))
                     from jsonb_array_elements(data::jsonb->'draft'->'changedClauses') as change), '[]'::jsonb),
       'draft', (data::jsonb->'draft') - 'changedClauses', 'erratum', null, 'outages', '[]'::jsonb,
       'warnings', jsonb_build_object('stockAnswers', '[]'::jsonb, 'stockPhrases', 0, 'substantiveChanges', 0)))::text`,
    `update report set state = 'SUPERSEDED' where state = 'ASSEMBLED'`,
    'alter table report enable trigger user',
    `create function parts_of_signed_report_stay() returns trigger language plpgsql as $$
     begin
       if exists (select from report r where r.signed_at is not null and r.id in (select distinct report_id from changed)) then
         raise exception 'a signed report never changes (REQ-66)' using errcode = 'check_violation';
       end if;
       return null;
     end $$`,
    ...['report_row', 'report_remark', 'report_fact'].flatMap(frozen),
    `create table report_run (
       id uuid not null,
       discussion_id uuid not null,
       report_id uuid,
       state text not null,
       attempt integer not null default 1,
       requested_by text not null,
       requested_at timestamptz not null,
       finished_at timestamptz,
       constraint pk_report_run primary key (id),
       constraint fk_report_run_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_report_run_state check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
       constraint ck_report_run_finished check ((state = 'RUNNING') = (finished_at is null))
     )`,
    `create unique index ix_report_run_running on report_run (discussion_id) where state = 'RUNNING'`,
    'create index ix_report_run_discussion_id on report_run (discussion_id, requested_at)',
    `create table report_step (
       run_id uuid not null,
       ordinal integer not null,
       step text not null,
       format text,
       language text,
       state text not null,
       done integer not null default 0,
       total integer not null default 0,
       attempts integer not null default 0,
       started_at timestamptz,
       seen_at timestamptz,
       finished_at timestamptz,
       error text,
       constraint pk_report_step primary key (run_id, ordinal),
       constraint fk_report_step_run_id foreign key (run_id) references report_run (id),
       constraint ck_report_step_step check (step in ('ASSEMBLE', 'CHECK', 'RENDER', 'PRESENT')),
       constraint ck_report_step_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED'))
     )`,
  ],
  [
    'drop table report_step',
    'drop table report_run',
    'alter table report disable trigger user',
    `update report t set data = (data::jsonb - 'changes' - 'erratum' - 'outages' - 'warnings' || jsonb_build_object('rows', coalesce((
       select jsonb_agg(w.data::jsonb order by w.ordinal) from report_row w where w.report_id = t.id), '[]'::jsonb)))::text`,
    `update report set state = 'SUPERSEDED' where state = 'RENDERING'`,
    'alter table report enable trigger user',
    'drop table report_fact',
    'drop table report_remark',
    'drop table report_row',
    'drop function parts_of_signed_report_stay()',
    'alter table report_rendering disable trigger user',
    `delete from report_rendering where format in ('XLSX', 'PDF')`,
    'alter table report_rendering enable trigger user',
    'alter table report_rendering drop constraint ck_report_rendering_format',
    `alter table report_rendering add constraint ck_report_rendering_format check (format in ('DOCX', 'JSON', 'CSV'))`,
    'alter table report drop column blockers_in_all',
    'drop index ix_report_unsigned',
    `create unique index ix_report_standing on report (discussion_id) where state <> 'SUPERSEDED'`,
    'alter table report drop constraint ck_report_state',
    `alter table report add constraint ck_report_state check (state in ('ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED'))`,
  ],
);
