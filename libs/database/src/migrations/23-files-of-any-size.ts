import { sqlMigration } from './sql-migration.js';

/**
 * A file may be kept in chunks, so that a document of a million rows never stands in memory. Chunks are written first and mean
 * nothing until the file's own row adopts them; a document we made ourselves may be dropped when no report has it any more.
 */
export const FilesOfAnySize = sqlMigration(
  23,
  'FilesOfAnySize',
  [
    `create table stored_file_chunk (
       file_id uuid not null,
       ordinal integer not null,
       content bytea not null,
       written_at timestamptz not null default clock_timestamp(),
       constraint pk_stored_file_chunk primary key (file_id, ordinal)
     )`,
    // LZ4 where the server has it: a report as JSON shrinks to a fifth, and faster than the disk writes.
    `do $$
     begin
       alter table stored_file_chunk alter column content set compression lz4;
     exception when feature_not_supported then null;
     end $$`,
    'alter table stored_file alter column content drop not null',
    'alter table stored_file alter column size type bigint',
    'alter table stored_file drop constraint ck_stored_file_size',
    `alter table stored_file add constraint ck_stored_file_size
       check (size >= 0 and (content is null or octet_length(content) = size))`,
    `create or replace function claimed_file_stays() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' then
         if old.claimed_at is null or old.purpose = 'RENDERING' then return old; end if;
       elsif to_jsonb(old) - 'claimed_at' - 'content' = to_jsonb(new) - 'claimed_at' - 'content'
          and new.content is not distinct from old.content and (old.claimed_at is null or new.claimed_at = old.claimed_at) then
         return new;
       end if;
       raise exception 'a stored file never changes, and a claimed one stays (REQ-116)' using errcode = 'check_violation';
     end $$`,
    `create function chunk_of_a_file_stays() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' and not exists (select from stored_file f where f.id = old.file_id) then
         return old;
       end if;
       raise exception 'a stored file never changes (REQ-116)' using errcode = 'check_violation';
     end $$`,
    `create trigger chunk_of_a_file_stays before update or delete on stored_file_chunk for each row
       execute function chunk_of_a_file_stays()`,
    `create function adopted_file_is_complete() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' and exists (select from stored_file f where f.id = new.file_id) then
         raise exception 'a stored file never changes (REQ-116)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger adopted_file_is_complete before insert on stored_file_chunk for each row
       execute function adopted_file_is_complete()`,
  ],
  [
    'drop table stored_file_chunk',
    'drop function chunk_of_a_file_stays()',
    'drop function adopted_file_is_complete()',
    `create or replace function claimed_file_stays() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' then
         if old.claimed_at is null then return old; end if;
       elsif to_jsonb(old) - 'claimed_at' - 'content' = to_jsonb(new) - 'claimed_at' - 'content'
          and new.content = old.content and (old.claimed_at is null or new.claimed_at = old.claimed_at) then
         return new;
       end if;
       raise exception 'a stored file never changes, and a claimed one stays (REQ-116)' using errcode = 'check_violation';
     end $$`,
    `delete from report_rendering where file_id in (select id from stored_file where content is null)`,
    'delete from stored_file where content is null',
    'alter table stored_file drop constraint ck_stored_file_size',
    'alter table stored_file alter column size type integer',
    'alter table stored_file add constraint ck_stored_file_size check (size >= 0 and octet_length(content) = size)',
    'alter table stored_file alter column content set not null',
  ],
);
