import { sqlMigration } from './sql-migration.js';

/**
 * R8.3, A2. `data` is the canonical JSON text, byte for byte; a signed report never changes, and neither does what it
 * reports on (REQ-56, REQ-66): decisions, points and late entries of remarks are refused from then on.
 */
export const Reports = sqlMigration(
  12,
  'Reports',
  [
    `create table report (
       id uuid not null,
       discussion_id uuid not null,
       version integer not null,
       state text not null,
       data text not null,
       data_sha256 bytea not null,
       blockers jsonb not null,
       assembled_at timestamptz not null,
       signed_at timestamptz,
       signed_by uuid,
       published_at timestamptz,
       constraint pk_report primary key (id),
       constraint uq_report_discussion_id_version unique (discussion_id, version),
       constraint fk_report_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_report_state check (state in ('ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED')),
       constraint ck_report_signed check ((state in ('SIGNED', 'PUBLISHED')) = (signed_at is not null)
         and (signed_at is null) = (signed_by is null) and (state = 'PUBLISHED') = (published_at is not null))
     )`,
    `create unique index ix_report_standing on report (discussion_id) where state <> 'SUPERSEDED'`,
    `create table report_rendering (
       report_id uuid not null,
       format text not null,
       language text not null,
       file_id uuid not null,
       sha256 bytea not null,
       constraint pk_report_rendering primary key (report_id, format, language),
       constraint fk_report_rendering_report_id foreign key (report_id) references report (id),
       constraint fk_report_rendering_file_id foreign key (file_id) references stored_file (id),
       constraint ck_report_rendering_format check (format in ('DOCX', 'JSON', 'CSV')),
       constraint ck_report_rendering_language check (language in ('kk', 'ru', 'en', 'mul'))
     )`,
    `create function report_stays_as_signed() returns trigger language plpgsql as $$
     begin
       if old.signed_at is null and tg_op = 'UPDATE' then
         return new;
       end if;
       if tg_op = 'UPDATE' and old.published_at is null
          and to_jsonb(old) - 'state' - 'published_at' = to_jsonb(new) - 'state' - 'published_at' then
         return new;
       end if;
       raise exception 'a report is never deleted, and a signed one never changes (REQ-66)' using errcode = 'check_violation';
     end $$`,
    'create trigger report_stays_as_signed before update or delete on report for each row execute function report_stays_as_signed()',
    `create function rendering_stays_as_signed() returns trigger language plpgsql as $$
     begin
       if exists (select from report r where r.id in (old.report_id, new.report_id) and r.signed_at is not null) then
         raise exception 'a signed report never changes (REQ-66)' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    'create trigger rendering_stays_as_signed before insert or update or delete on report_rendering for each row execute function rendering_stays_as_signed()',
    `create function report_is_signed(discussion uuid) returns boolean language sql stable as $$
       select exists (select from report r where r.discussion_id = discussion and r.signed_at is not null)
     $$`,
    `create function point_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed((select r.discussion_id from remark r where r.id = coalesce(new.remark_id, old.remark_id))) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    'create trigger point_precedes_the_report before insert or update or delete on point for each row execute function point_precedes_the_report()',
    `create function decision_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed((select r.discussion_id from point p join remark r on r.id = p.remark_id where p.id = new.point_id)) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger decision_precedes_the_report before insert or update on decision for each row execute function decision_precedes_the_report()',
    // Fires after remark_arrives_on_time (triggers go by name), so with the discussion's lock held: signing waits for it.
    `create function remark_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed(new.discussion_id) then
         raise exception 'the report on this discussion is signed (REQ-41)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger remark_precedes_the_report before insert on remark
       for each row when (new.intake_channel not in ('PORTAL', 'API')) execute function remark_precedes_the_report()`,
  ],
  [
    'drop trigger remark_precedes_the_report on remark',
    'drop trigger decision_precedes_the_report on decision',
    'drop trigger point_precedes_the_report on point',
    'drop table report_rendering',
    'drop table report',
    'drop function remark_precedes_the_report()',
    'drop function decision_precedes_the_report()',
    'drop function point_precedes_the_report()',
    'drop function report_is_signed(uuid)',
    'drop function rendering_stays_as_signed()',
    'drop function report_stays_as_signed()',
  ],
);
