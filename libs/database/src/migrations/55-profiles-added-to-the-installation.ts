import { sqlMigration } from './sql-migration.js';

/**
 * REQ-120, decision 37. Profiles of the procedure that an administrator added: what each changes of its base, from which day on. One of
 * a family begins on a day. A row stays as it was written; it is only withdrawn, once. An id is
 * never given again.
 */
export const ProfilesAdded = sqlMigration(
  55,
  'ProfilesAdded',
  [
    `create table procedure_profile (
       id text not null,
       uid uuid not null,
       family text not null,
       based_on text not null,
       valid_from date not null,
       rules jsonb not null,
       added_by text not null,
       added_at timestamptz not null default clock_timestamp(),
       withdrawn_by text,
       withdrawn_at timestamptz,
       constraint pk_procedure_profile primary key (id),
       constraint uq_procedure_profile_uid unique (uid),
       constraint ck_procedure_profile_id check (id ~ '^[a-z][a-z0-9-]{1,59}$'),
       constraint ck_procedure_profile_family check (family ~ '^[a-z][a-z0-9-]{1,59}$'),
       constraint ck_procedure_profile_rules check (jsonb_typeof(rules) = 'object' and octet_length(rules::text) < 65536),
       constraint ck_procedure_profile_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
     )`,
    'create unique index ix_procedure_profile_day on procedure_profile (family, valid_from) where withdrawn_at is null',
    `create function procedure_profile_stays() returns trigger language plpgsql as $$
     begin
       if tg_op <> 'UPDATE' then
         raise exception 'a profile of the procedure is not removed (REQ-120)' using errcode = 'check_violation';
       end if;
       if old.withdrawn_at is not null or new.withdrawn_at is null
          or to_jsonb(old) - 'withdrawn_by' - 'withdrawn_at' <> to_jsonb(new) - 'withdrawn_by' - 'withdrawn_at' then
         raise exception 'a profile of the procedure is only withdrawn (REQ-120)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger procedure_profile_stays before update or delete on procedure_profile for each row
       execute function procedure_profile_stays()`,
    `create trigger procedure_profile_never_emptied before truncate on procedure_profile for each statement
       execute function procedure_profile_stays()`,
    'revoke insert, update, delete, truncate on procedure_profile from talqy_app',
    `grant insert (id, uid, family, based_on, valid_from, rules, added_by) on procedure_profile to talqy_app`,
    'grant update (withdrawn_by, withdrawn_at) on procedure_profile to talqy_app',
  ],
  ['drop table procedure_profile', 'drop function procedure_profile_stays()'],
);
