import { sqlMigration } from './sql-migration.js';

/**
 * REQ-116: a remark is hidden with a ground of a closed list and an explanation in both languages, by a second officer where the
 * profile asks for one, and shown again by an act of its own; nothing is deleted. The application's role cannot hide a remark
 * without a hiding in force, nor show it while one is; the owner can, as the suites do.
 */
export const Hidings = sqlMigration(
  20,
  'Hidings',
  [
    `create table hiding (
       id uuid not null,
       remark_id uuid not null,
       revision integer not null,
       ground text not null,
       explanation_kk text not null,
       explanation_ru text not null,
       needs_second_officer boolean not null,
       state text not null,
       proposed_by text not null,
       proposed_at timestamptz not null default clock_timestamp(),
       confirmed_by text,
       confirmed_at timestamptz,
       refused_by text,
       refused_at timestamptz,
       refusal_reason text,
       lifted_by text,
       lifted_at timestamptz,
       lift_reason text,
       constraint pk_hiding primary key (id),
       constraint fk_hiding_remark_id foreign key (remark_id) references remark (id),
       constraint ck_hiding_ground check (ground in ('ABUSE', 'PERSONAL_DATA', 'SPAM', 'UNLAWFUL_CONTENT')),
       constraint ck_hiding_explanation check (char_length(explanation_kk) between 20 and 2000 and char_length(explanation_ru) between 20 and 2000),
       constraint ck_hiding_state check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'LIFTED')),
       constraint ck_hiding_confirmed check (num_nulls(confirmed_by, confirmed_at) = case when state in ('IN_FORCE', 'LIFTED') then 0 else 2 end),
       constraint ck_hiding_refused check (num_nulls(refused_by, refused_at, refusal_reason) = case when state = 'REFUSED' then 0 else 3 end),
       constraint ck_hiding_lifted check (num_nulls(lifted_by, lifted_at, lift_reason) = case when state = 'LIFTED' then 0 else 3 end),
       constraint ck_hiding_second_officer check (not (needs_second_officer and confirmed_by is not distinct from proposed_by))
     )`,
    `create unique index ix_hiding_standing on hiding (remark_id) where state in ('PROPOSED', 'IN_FORCE')`,
    'create index ix_hiding_remark_id on hiding (remark_id, proposed_at)',
    `create function hiding_takes_its_course() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE'
          or (old.state, new.state) not in (('PROPOSED', 'IN_FORCE'), ('PROPOSED', 'REFUSED'), ('IN_FORCE', 'LIFTED'))
          or (new.id, new.remark_id, new.revision, new.ground, new.explanation_kk, new.explanation_ru, new.needs_second_officer,
              new.proposed_by, new.proposed_at)
             is distinct from
             (old.id, old.remark_id, old.revision, old.ground, old.explanation_kk, old.explanation_ru, old.needs_second_officer,
              old.proposed_by, old.proposed_at)
          or old.state = 'IN_FORCE' and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at) then
         raise exception 'a hiding is proposed, confirmed or refused, and lifted; it is never rewritten (REQ-116)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger hiding_takes_its_course before update or delete on hiding
       for each row execute function hiding_takes_its_course()`,
    `create function remark_is_hidden_with_a_ground() returns trigger language plpgsql as $$
     begin
       if (new.state = 'HIDDEN') <> exists (select from hiding h where h.remark_id = new.id and h.state = 'IN_FORCE') then
         raise exception 'a remark is hidden by a hiding in force and shown when it is lifted (REQ-116)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger remark_is_hidden_with_a_ground before update on remark for each row
       when (current_user = 'talqy_app' and new.state <> old.state and 'HIDDEN' in (new.state, old.state))
       execute function remark_is_hidden_with_a_ground()`,
  ],
  [
    'drop trigger remark_is_hidden_with_a_ground on remark',
    'drop function remark_is_hidden_with_a_ground()',
    'drop table hiding',
    'drop function hiding_takes_its_course()',
  ],
);
