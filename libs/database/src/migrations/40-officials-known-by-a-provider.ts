import { sqlMigration } from './sql-migration.js';

/**
 * An official may be known by an identity provider (OpenID Connect): by issuer and subject, never by an address. A visit to the
 * provider is known by the hash of a token in the browser's cookie, is used once, and is gone after ten minutes; state, nonce and
 * verifier follow from the token and are not here. Whose account came without a password gets none by a letter.
 */
export const KnownByProvider = sqlMigration(
  40,
  'KnownByProvider',
  [
    `create table officer_binding (
       issuer text not null,
       subject text not null,
       officer_id uuid not null,
       bound_at timestamptz not null default clock_timestamp(),
       constraint pk_officer_binding primary key (issuer, subject),
       constraint uq_officer_binding_officer_id_issuer unique (officer_id, issuer),
       constraint fk_officer_binding_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    `create table provider_visit (
       token_hash bytea not null,
       purpose text not null,
       language text not null,
       next_path text not null default '',
       session_id uuid,
       invitation_hash bytea,
       began_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz not null,
       constraint pk_provider_visit primary key (token_hash),
       constraint ck_provider_visit_purpose check (purpose in ('SIGN_IN', 'CONFIRMATION', 'BINDING', 'INVITATION', 'SENDER')),
       constraint ck_provider_visit_language check (language in ('kk', 'ru', 'en')),
       constraint ck_provider_visit_session check ((session_id is not null) = (purpose in ('CONFIRMATION', 'BINDING'))),
       constraint ck_provider_visit_invitation check ((invitation_hash is not null) = (purpose = 'INVITATION')),
       constraint fk_provider_visit_session_id foreign key (session_id) references officer_session (id) on delete cascade
     )`,
    'create index ix_provider_visit_session_id on provider_visit (session_id)',
    `alter table officer_session
       add column issuer text,
       add column has_provider_factor boolean not null default false,
       add column proved_at timestamptz,
       add constraint ck_officer_session_issuer check (issuer is not null or not has_provider_factor and proved_at is null)`,
    'alter table pending_sign_in add column issuer text',
    'alter table officer add column by_provider_alone boolean not null default false',
    `create function sessions_end_with_their_binding() returns trigger language plpgsql as $$
     begin
       delete from officer_session where officer_id = old.officer_id and issuer = old.issuer;
       delete from pending_sign_in where officer_id = old.officer_id and issuer = old.issuer;
       return null;
     end $$`,
    `create trigger sessions_end_with_their_binding after delete or update on officer_binding for each row
       execute function sessions_end_with_their_binding()`,
  ],
  [
    'drop table officer_binding',
    'drop function sessions_end_with_their_binding()',
    'drop table provider_visit',
    'delete from officer_session where issuer is not null',
    'delete from pending_sign_in where issuer is not null',
    'alter table officer_session drop column issuer, drop column has_provider_factor, drop column proved_at',
    'alter table pending_sign_in drop column issuer',
    'alter table officer drop column by_provider_alone',
  ],
);
