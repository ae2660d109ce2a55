import { sqlMigration } from './sql-migration.js';

const checked = `('ATTACHMENT', 'SCAN', 'PROOF')`;
const ofTheCheck = `array['content', 'check_state', 'kept_size', 'kept_sha256', 'removed', 'check_note', 'checked_at']`;

const fileStays = (or: string) => `
  create or replace function claimed_file_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      if old.claimed_at is null or old.purpose = 'RENDERING' then return old; end if;
    elsif to_jsonb(old) - 'claimed_at' - 'content' = to_jsonb(new) - 'claimed_at' - 'content'
       and new.content is not distinct from old.content and (old.claimed_at is null or new.claimed_at = old.claimed_at)
       or old.erased_at is null and new.erased_at is not null and old.purpose in ('ATTACHMENT', 'SCAN') and new.content = '\\x'
       and to_jsonb(old) - array['content', 'name', 'erased_at'] = to_jsonb(new) - array['content', 'name', 'erased_at']${or} then
      return new;
    end if;
    raise exception 'a stored file never changes, and a claimed one stays (REQ-116)' using errcode = 'check_violation';
  end $$`;

/**
 * Decision 27: what somebody uploads waits until it is cleaned and scanned. `size` and `sha256` stay those of what was sent,
 * `kept_size` and `kept_sha256` are those of what may be shown. The bytes give way to the cleaned ones, or to none, only
 * when they lie sealed in `sealed_original`.
 */
export const UploadsAreChecked = sqlMigration(
  42,
  'UploadsAreChecked',
  [
    `create table sealed_original (
       file_id uuid not null,
       key_id text not null,
       sealed bytea not null,
       constraint pk_sealed_original primary key (file_id),
       constraint fk_sealed_original_file_id foreign key (file_id) references stored_file (id) on delete cascade
     )`,
    'alter table sealed_original alter column sealed set storage external',
    'alter table stored_file add column check_state text',
    'alter table stored_file add column kept_size bigint',
    'alter table stored_file add column kept_sha256 bytea',
    `alter table stored_file add column removed text[] not null default '{}'`,
    'alter table stored_file add column check_note text',
    'alter table stored_file add column checked_at timestamptz',
    `update stored_file set check_state = 'WAITING' where purpose in ${checked}`,
    `alter table stored_file add constraint ck_stored_file_check
       check (case when purpose in ${checked} then coalesce(check_state, '') in ('WAITING', 'CLEAN', 'UNSCANNED', 'QUARANTINED', 'NOT_SHOWN')
              else check_state is null end)`,
    'alter table stored_file drop constraint ck_stored_file_size',
    `alter table stored_file add constraint ck_stored_file_size
       check (size >= 0 and (content is null or octet_length(content) =
              case when erased_at is not null or check_state in ('QUARANTINED', 'NOT_SHOWN') then 0 else coalesce(kept_size, size) end))`,
    `create index ix_stored_file_waiting on stored_file (created_at) where check_state = 'WAITING'`,
    `create function upload_waits_for_its_check() returns trigger language plpgsql as $$
     begin
       new.check_state := case when new.purpose in ${checked} then 'WAITING' end;
       new.kept_size := null;
       new.kept_sha256 := null;
       return new;
     end $$`,
    `create trigger upload_waits_for_its_check before insert on stored_file for each row
       execute function upload_waits_for_its_check()`,
    fileStays(`
       or old.erased_at is null and old.check_state is not null and new.check_state <> 'WAITING'
       and to_jsonb(old) - ${ofTheCheck} = to_jsonb(new) - ${ofTheCheck}
       and (new.content is not distinct from old.content or exists (select from sealed_original o where o.file_id = old.id))`),
    `insert into outbox_event (id, event, data)
     select gen_random_uuid(), 'file.uploaded', jsonb_build_object('fileId', id) from stored_file
      where check_state = 'WAITING' and erased_at is null`,
  ],
  [
    `delete from outbox_job where job = 'check-file'`,
    `delete from outbox_event where event = 'file.uploaded'`,
    fileStays(''),
    'drop trigger upload_waits_for_its_check on stored_file',
    'drop function upload_waits_for_its_check()',
    'drop index ix_stored_file_waiting',
    'alter table stored_file drop constraint ck_stored_file_check',
    'alter table stored_file drop constraint ck_stored_file_size',
    // What was sealed cannot be opened here: what may be shown takes its place.
    `update stored_file set size = octet_length(content), sha256 = sha256(content)
      where content is not null and erased_at is null and octet_length(content) <> size`,
    `alter table stored_file add constraint ck_stored_file_size
       check (size >= 0 and (content is null or octet_length(content) = case when erased_at is null then size else 0 end))`,
    ...['checked_at', 'check_note', 'removed', 'kept_sha256', 'kept_size', 'check_state'].map(
      (column) => `alter table stored_file drop column ${column}`,
    ),
    'drop table sealed_original',
  ],
);
