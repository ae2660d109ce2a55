import { sqlMigration } from './sql-migration.js';

/**
 * The secret of a second factor is sealed by a key outside the database, and each step of its clock is used once. Between password and
 * code a sign-in waits five minutes. A change of the factor ends every session, as a change of the password does.
 */
export const SecondFactors = sqlMigration(
  31,
  'SecondFactors',
  [
    `create table officer_factor (
       officer_id uuid not null,
       sealed_secret bytea not null,
       last_step bigint not null,
       enrolled_at timestamptz not null default clock_timestamp(),
       constraint pk_officer_factor primary key (officer_id),
       constraint fk_officer_factor_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    `create table recovery_code (
       officer_id uuid not null,
       code_hash bytea not null,
       used_at timestamptz,
       constraint pk_recovery_code primary key (officer_id, code_hash),
       constraint fk_recovery_code_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    `create table pending_sign_in (
       token_hash bytea not null,
       officer_id uuid not null,
       expires_at timestamptz not null,
       constraint pk_pending_sign_in primary key (token_hash),
       constraint fk_pending_sign_in_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    'create index ix_pending_sign_in_officer_id on pending_sign_in (officer_id)',
    `create or replace function sessions_end_with_their_rights() returns trigger language plpgsql as $$
     begin
       delete from officer_session where officer_id = new.id;
       delete from pending_sign_in where officer_id = new.id;
       return null;
     end $$`,
    `create function sessions_end_with_their_factor() returns trigger language plpgsql as $$
     begin
       delete from officer_session where officer_id = coalesce(new.officer_id, old.officer_id);
       delete from pending_sign_in where officer_id = coalesce(new.officer_id, old.officer_id);
       return null;
     end $$`,
    `create trigger sessions_end_with_a_new_factor after insert or delete on officer_factor for each row
       execute function sessions_end_with_their_factor()`,
    `create trigger sessions_end_with_their_factor after update on officer_factor for each row
       when (old.sealed_secret is distinct from new.sealed_secret)
       execute function sessions_end_with_their_factor()`,
  ],
  [
    'drop table pending_sign_in',
    'drop table recovery_code',
    'drop table officer_factor',
    'drop function sessions_end_with_their_factor()',
    `create or replace function sessions_end_with_their_rights() returns trigger language plpgsql as $$
     begin
       delete from officer_session where officer_id = new.id;
       return null;
     end $$`,
  ],
);
