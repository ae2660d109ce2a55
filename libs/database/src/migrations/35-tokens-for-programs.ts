import { sqlMigration } from './sql-migration.js';

/** A program acts for its officer by a token: fewer rights than the officer's, at most a year, known by its hash and its first letters. */
export const ApiTokens = sqlMigration(
  35,
  'ApiTokens',
  [
    `create table api_token (
       id uuid not null,
       officer_id uuid not null,
       name text not null,
       prefix text not null,
       token_hash bytea not null,
       roles text[] not null,
       access text not null,
       created_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz not null,
       last_used_at timestamptz,
       revoked_at timestamptz,
       constraint pk_api_token primary key (id),
       constraint uq_api_token_token_hash unique (token_hash),
       constraint fk_api_token_officer_id foreign key (officer_id) references officer (id) on delete cascade,
       constraint ck_api_token_name check (btrim(name) <> ''),
       constraint ck_api_token_roles check (roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0),
       constraint ck_api_token_access check (access in ('READ', 'WRITE')),
       constraint ck_api_token_term check (expires_at <= created_at + interval '366 days')
     )`,
    'create index ix_api_token_officer_id on api_token (officer_id)',
    `create function tokens_end_with_their_officer() returns trigger language plpgsql as $$
     begin
       update api_token set revoked_at = clock_timestamp() where officer_id = new.id and revoked_at is null;
       return null;
     end $$`,
    `create trigger tokens_end_with_their_officer after update on officer for each row
       when (old.is_active and not new.is_active or old.body_id is distinct from new.body_id)
       execute function tokens_end_with_their_officer()`,
  ],
  [
    'drop trigger tokens_end_with_their_officer on officer',
    'drop function tokens_end_with_their_officer()',
    'drop table api_token',
  ],
);
