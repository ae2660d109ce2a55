import { sqlMigration } from './sql-migration.js';

/**
 * REQ-56, REQ-66: a published report is corrected by a numbered erratum, a report of its own that stands beside the one it corrects.
 * While an erratum is open decisions may change; when it is signed they are fixed again. The statement a signer saw, and a detached
 * electronic signature where there is one, stay with the report.
 */
export const ErrataAndSignatures = sqlMigration(
  25,
  'ErrataAndSignatures',
  [
    `create table report_erratum (
       id uuid not null,
       discussion_id uuid not null,
       number integer not null,
       corrects uuid not null,
       reason_kk text not null,
       reason_ru text not null,
       opened_by text not null,
       opened_at timestamptz not null,
       report_id uuid,
       dropped_at timestamptz,
       constraint pk_report_erratum primary key (id),
       constraint fk_report_erratum_discussion_id foreign key (discussion_id) references discussion (id),
       constraint fk_report_erratum_corrects foreign key (corrects) references report (id),
       constraint fk_report_erratum_report_id foreign key (report_id) references report (id),
       constraint ck_report_erratum_reason check (btrim(reason_kk) <> '' and btrim(reason_ru) <> ''),
       constraint ck_report_erratum_end check (report_id is null or dropped_at is null)
     )`,
    'create unique index ix_report_erratum_open on report_erratum (discussion_id) where report_id is null and dropped_at is null',
    'create unique index ix_report_erratum_number on report_erratum (discussion_id, number) where dropped_at is null',
    `create function erratum_stays_as_opened() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or old.report_id is not null or old.dropped_at is not null
          or to_jsonb(old) - 'report_id' - 'dropped_at' <> to_jsonb(new) - 'report_id' - 'dropped_at' then
         raise exception 'an erratum is only signed or dropped (REQ-66)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger erratum_stays_as_opened before update or delete on report_erratum for each row execute function erratum_stays_as_opened()`,
    `create or replace function report_is_signed(discussion uuid) returns boolean language sql stable as $$
       select exists (select from report r where r.discussion_id = discussion and r.signed_at is not null)
          and not exists (select from report_erratum e
                           where e.discussion_id = discussion and e.report_id is null and e.dropped_at is null)
     $$`,
    `create table report_signature (
       report_id uuid not null,
       statement text not null,
       sheet text not null,
       file_id uuid,
       certificate jsonb,
       constraint pk_report_signature primary key (report_id),
       constraint fk_report_signature_report_id foreign key (report_id) references report (id),
       constraint fk_report_signature_file_id foreign key (file_id) references stored_file (id),
       constraint ck_report_signature_certificate check ((file_id is null) = (certificate is null))
     )`,
    `create trigger report_signature_stays_as_written before update or delete on report_signature
       for each row execute function stays_as_written()`,
    'alter table stored_file drop constraint ck_stored_file_purpose',
    `alter table stored_file add constraint ck_stored_file_purpose
       check (purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE'))`,
  ],
  [
    'drop table report_signature',
    `delete from stored_file where purpose = 'SIGNATURE'`,
    'alter table stored_file drop constraint ck_stored_file_purpose',
    `alter table stored_file add constraint ck_stored_file_purpose
       check (purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT'))`,
    `create or replace function report_is_signed(discussion uuid) returns boolean language sql stable as $$
       select exists (select from report r where r.discussion_id = discussion and r.signed_at is not null)
     $$`,
    'drop table report_erratum',
    'drop function erratum_stays_as_opened()',
  ],
);
