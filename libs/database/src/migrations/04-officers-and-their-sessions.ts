import { sqlMigration } from './sql-migration.js';

/** A session is known by the SHA-256 of its token alone, and ends when the rights it was given for change. */
export const Officers = sqlMigration(
  4,
  'Officers',
  [
    `create table officer (
       id uuid not null,
       email text not null,
       name text not null,
       password_hash text not null,
       body_id uuid not null,
       roles text[] not null,
       language text not null default 'kk',
       is_active boolean not null default true,
       created_at timestamptz not null default clock_timestamp(),
       constraint pk_officer primary key (id),
       constraint uq_officer_email unique (email),
       constraint ck_officer_email check (email = lower(email)),
       constraint ck_officer_roles check (roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0),
       constraint ck_officer_language check (language in ('kk', 'ru', 'en')),
       constraint fk_officer_body_id foreign key (body_id) references state_body (id)
     )`,
    'create index ix_officer_body_id on officer (body_id)',
    `create table officer_session (
       token_hash bytea not null,
       officer_id uuid not null,
       created_at timestamptz not null default clock_timestamp(),
       seen_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz not null,
       constraint pk_officer_session primary key (token_hash),
       constraint fk_officer_session_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    'create index ix_officer_session_officer_id on officer_session (officer_id)',
    `create function sessions_end_with_their_rights() returns trigger language plpgsql as $$
     begin
       delete from officer_session where officer_id = new.id;
       return null;
     end $$`,
    `create trigger sessions_end_with_their_rights after update on officer for each row
       when ((old.roles, old.is_active, old.password_hash, old.body_id, old.email)
             is distinct from (new.roles, new.is_active, new.password_hash, new.body_id, new.email))
       execute function sessions_end_with_their_rights()`,
  ],
  ['drop table officer_session', 'drop table officer', 'drop function sessions_end_with_their_rights()'],
);
