import { sqlMigration } from './sql-migration.js';

/**
 * REQ-41, REQ-50: a workbook that came back filled in, between what it would do and what it did. Until it is applied the file is
 * unclaimed: after a day the sweep drops it, and this row with it. Once applied, the row and its file stay.
 *
 * One letter may hold many remarks, and be the scan of each of them; an enclosure is of one remark alone.
 */
export const SheetsThatComeBack = sqlMigration(
  27,
  'SheetsThatComeBack',
  [
    'alter table stored_file drop constraint ck_stored_file_purpose',
    `alter table stored_file add constraint ck_stored_file_purpose
       check (purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE', 'SHEET'))`,
    'alter table received_entry_file drop constraint uq_received_entry_file_file_id',
    `create unique index ix_received_entry_file_attachment on received_entry_file (file_id) where purpose = 'ATTACHMENT'`,
    'create index ix_received_entry_file_file_id on received_entry_file (file_id)',
    `create table sheet_import (
       id uuid not null,
       discussion_id uuid not null,
       kind text not null,
       file_id uuid not null,
       letter jsonb,
       uploaded_by text not null,
       uploaded_at timestamptz not null default clock_timestamp(),
       applied_at timestamptz,
       outcome jsonb,
       constraint pk_sheet_import primary key (id),
       constraint uq_sheet_import_file_id unique (file_id),
       constraint fk_sheet_import_discussion_id foreign key (discussion_id) references discussion (id),
       constraint fk_sheet_import_file_id foreign key (file_id) references stored_file (id) on delete cascade,
       constraint ck_sheet_import_kind check (kind in ('CONSIDERATION', 'INTAKE')),
       constraint ck_sheet_import_letter check ((kind = 'INTAKE') = (letter is not null)),
       constraint ck_sheet_import_applied check ((applied_at is null) = (outcome is null))
     )`,
    'create index ix_sheet_import_discussion_id on sheet_import (discussion_id, uploaded_by, uploaded_at)',
    `create function sheet_is_applied_once() returns trigger language plpgsql as $$
     begin
       if old.applied_at is not null or tg_op = 'UPDATE' and (new.applied_at is null
          or to_jsonb(new) - 'applied_at' - 'outcome' is distinct from to_jsonb(old) - 'applied_at' - 'outcome') then
         raise exception 'a sheet is applied once and otherwise stays as it came' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    `create trigger sheet_is_applied_once before update or delete on sheet_import
       for each row execute function sheet_is_applied_once()`,
  ],
  [
    'drop table sheet_import',
    'drop function sheet_is_applied_once()',
    'drop index ix_received_entry_file_file_id',
    'drop index ix_received_entry_file_attachment',
    'alter table received_entry_file disable trigger user',
    `delete from received_entry_file f using received_entry_file first
      where first.file_id = f.file_id and (first.entry_id, first.purpose, first.position) < (f.entry_id, f.purpose, f.position)`,
    'alter table received_entry_file enable trigger user',
    'alter table received_entry_file add constraint uq_received_entry_file_file_id unique (file_id)',
    'alter table stored_file disable trigger user',
    `delete from stored_file where purpose = 'SHEET'`,
    'alter table stored_file enable trigger user',
    'alter table stored_file drop constraint ck_stored_file_purpose',
    `alter table stored_file add constraint ck_stored_file_purpose
       check (purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE'))`,
  ],
);
