import { sqlMigration } from './sql-migration.js';

/**
 * REQ-116: where the profile publishes after moderation, a text is received and counted at its instant, and public when an officer
 * has released it or its term of waiting has passed. The instant is written down with the text, so nothing has to be done when it
 * comes; a text that its sender puts in the place of another waits anew.
 */
export const TextsWaitForRelease = sqlMigration(
  44,
  'TextsWaitForRelease',
  [
    'alter table discussion add column waits_hours integer',
    'alter table discussion add constraint ck_discussion_waits_hours check (waits_hours >= 1)',
    'alter table remark add column waits_until timestamptz',
    'alter table remark add column released_at timestamptz',
    'alter table remark add column released_by text',
    `alter table remark add constraint ck_remark_released
       check ((released_at is null) = (released_by is null) and (released_at is null or waits_until is not null))`,
    `create index ix_remark_waiting on remark (discussion_id, received_at, id)
       where waits_until is not null and released_at is null`,
    `create function remark_waits_for_release() returns trigger language plpgsql as $$
     declare
       hours integer;
     begin
       if tg_op = 'INSERT' or new.revision <> old.revision then
         select waits_hours into hours from discussion where id = new.discussion_id;
         new.waits_until := clock_timestamp() + make_interval(hours => hours);
         new.released_at := null;
         new.released_by := null;
       elsif current_user = 'talqy_app'
          and (new.waits_until is distinct from old.waits_until or old.released_at is not null or new.released_at is null) then
         raise exception 'a text is released once, and nobody makes it wait longer (REQ-116)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger remark_waits_for_release before insert on remark
       for each row execute function remark_waits_for_release()`,
    `create trigger remark_waits_once before update on remark for each row
       when ((new.revision, new.waits_until, new.released_at, new.released_by)
         is distinct from (old.revision, old.waits_until, old.released_at, old.released_by))
       execute function remark_waits_for_release()`,
  ],
  [
    'drop trigger remark_waits_once on remark',
    'drop trigger remark_waits_for_release on remark',
    'drop function remark_waits_for_release()',
    'drop index ix_remark_waiting',
    'alter table remark drop constraint ck_remark_released',
    'alter table remark drop column released_by',
    'alter table remark drop column released_at',
    'alter table remark drop column waits_until',
    'alter table discussion drop constraint ck_discussion_waits_hours',
    'alter table discussion drop column waits_hours',
  ],
);
