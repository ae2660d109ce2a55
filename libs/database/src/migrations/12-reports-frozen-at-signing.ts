import { sqlMigration } from './sql-migration.js';

/** R8.3, A2. `data` is the canonical JSON text, byte for byte; a signed report never changes (REQ-66). */
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
       constraint ck_report_state check (state in ('ASSEMBLED', 'SIGNED', 'PUBLISHED', 'SUPERSEDED'))
     )`,
    `create table report_rendering (
       report_id uuid not null,
       format text not null,
       language text not null,
       file_id uuid not null,
       sha256 bytea not null,
       constraint pk_report_rendering primary key (report_id, format, language),
       constraint fk_report_rendering_report_id foreign key (report_id) references report (id),
       constraint fk_report_rendering_file_id foreign key (file_id) references stored_file (id),
       constraint ck_report_rendering_format check (format in ('DOCX', 'JSON', 'CSV'))
     )`,
    `create function report_stays_as_signed() returns trigger language plpgsql as $$
     begin
       if old.signed_at is not null and (tg_op = 'DELETE' or (old.data, old.data_sha256, old.signed_at, old.signed_by)
            is distinct from (new.data, new.data_sha256, new.signed_at, new.signed_by)) then
         raise exception 'a signed report never changes (REQ-66)' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    'create trigger report_stays_as_signed before update or delete on report for each row execute function report_stays_as_signed()',
  ],
  ['drop table report_rendering', 'drop table report', 'drop function report_stays_as_signed()'],
);
