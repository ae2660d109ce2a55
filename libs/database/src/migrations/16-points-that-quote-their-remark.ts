import { sqlMigration } from './sql-migration.js';

/**
 * REQ-50..52, AMB-14: a point quotes the passages it is about, by offset into the remark's text, which no longer changes when
 * points are made. A point given up by a later split is retired, never deleted: its decisions stay. An accepted point names
 * every clause it changed; a change nobody asked for has a reason of its own; a second officer's confirmation stands beside the
 * decision it confirms.
 */
export const PointsThatQuote = sqlMigration(
  16,
  'PointsThatQuote',
  [
    'alter table point add column retired_at timestamptz',
    'alter table point drop constraint uq_point_remark_id_position',
    'create unique index ix_point_live on point (remark_id, position) where retired_at is null',
    'create index ix_point_remark_id on point (remark_id)',
    `create table point_span (
       point_id uuid not null,
       ordinal integer not null,
       part text not null,
       starts_at integer not null,
       quote text not null,
       constraint pk_point_span primary key (point_id, ordinal),
       constraint fk_point_span_point_id foreign key (point_id) references point (id),
       constraint ck_point_span_part check (part in ('TEXT', 'WORDING')),
       constraint ck_point_span_quote check (starts_at >= 0 and quote <> '')
     )`,
    `create function span_quotes_its_remark() returns trigger language plpgsql as $$
     declare
       passage text;
     begin
       if tg_op <> 'INSERT' then
         raise exception 'a passage of a point never changes (REQ-50)' using errcode = 'check_violation';
       end if;
       select substr(case new.part when 'TEXT' then r.body else r.proposed_wording end, new.starts_at + 1, char_length(new.quote))
         into passage
         from point p join remark r on r.id = p.remark_id
        where p.id = new.point_id;
       if passage is distinct from new.quote then
         raise exception 'the remark does not have this passage at % (REQ-50)', new.starts_at using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger span_quotes_its_remark before insert or update or delete on point_span for each row execute function span_quotes_its_remark()',
    `create function point_is_only_retired() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or (new.id, new.remark_id) is distinct from (old.id, old.remark_id)
          or old.retired_at is not null and new.retired_at is distinct from old.retired_at then
         raise exception 'a point is only retired (REQ-56)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger point_is_only_retired before update or delete on point for each row execute function point_is_only_retired()',
    `alter table decision add column changed_clauses uuid[] not null default '{}'`,
    'alter table decision disable trigger user',
    'update decision set changed_clauses = array[changed_clause] where changed_clause is not null',
    'alter table decision enable trigger user',
    'alter table decision drop column changed_clause',
    `create table decision_confirmation (
       decision_id uuid not null,
       confirmed_by text not null,
       confirmed_at timestamptz not null,
       constraint pk_decision_confirmation primary key (decision_id),
       constraint fk_decision_confirmation_decision_id foreign key (decision_id) references decision (id)
     )`,
    `create function confirmation_is_another_officers() returns trigger language plpgsql as $$
     begin
       if tg_op <> 'INSERT' or exists (
         select from decision d where d.id = new.decision_id and (d.decided_by = new.confirmed_by or d.superseded_at is not null)
       ) then
         raise exception 'a decision in force is confirmed once, by another officer' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger confirmation_is_another_officers before insert or update or delete on decision_confirmation
       for each row execute function confirmation_is_another_officers()`,
    `create table own_initiative (
       id uuid not null,
       discussion_id uuid not null,
       clause uuid not null,
       version integer not null,
       nature text not null,
       reason_kk text not null,
       reason_ru text not null,
       stated_by text not null,
       stated_at timestamptz not null,
       superseded_at timestamptz,
       constraint pk_own_initiative primary key (id),
       constraint uq_own_initiative_discussion_id_clause_version unique (discussion_id, clause, version),
       constraint fk_own_initiative_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_own_initiative_nature check (nature in ('EDITORIAL', 'SUBSTANTIVE')),
       constraint ck_own_initiative_reason check (btrim(reason_kk) <> '' and btrim(reason_ru) <> '')
     )`,
    'create unique index ix_own_initiative_current on own_initiative (discussion_id, clause) where superseded_at is null',
    `create trigger own_initiative_is_only_superseded before update or delete on own_initiative
       for each row execute function decision_is_only_superseded()`,
    `create function own_initiative_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed(new.discussion_id) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger own_initiative_precedes_the_report before insert or update on own_initiative
       for each row execute function own_initiative_precedes_the_report()`,
    `create function confirmation_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed((select r.discussion_id from decision d join point p on p.id = d.point_id join remark r on r.id = p.remark_id
            where d.id = new.decision_id)) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger confirmation_precedes_the_report before insert on decision_confirmation
       for each row execute function confirmation_precedes_the_report()`,
  ],
  [
    'drop table own_initiative',
    'drop function own_initiative_precedes_the_report()',
    'drop table decision_confirmation',
    'drop function confirmation_is_another_officers()',
    'drop function confirmation_precedes_the_report()',
    'alter table decision add column changed_clause uuid',
    'alter table decision disable trigger user',
    'update decision set changed_clause = changed_clauses[1]',
    'alter table decision enable trigger user',
    'alter table decision drop column changed_clauses',
    'drop table point_span',
    'drop function span_quotes_its_remark()',
    'drop trigger point_is_only_retired on point',
    'drop function point_is_only_retired()',
    'alter table point disable trigger user',
    'alter table decision disable trigger user',
    'delete from decision where point_id in (select id from point where retired_at is not null)',
    'delete from point where retired_at is not null',
    'alter table decision enable trigger user',
    'alter table point enable trigger user',
    'drop index ix_point_remark_id',
    'drop index ix_point_live',
    'alter table point add constraint uq_point_remark_id_position unique (remark_id, position)',
    'alter table point drop column retired_at',
  ],
);
