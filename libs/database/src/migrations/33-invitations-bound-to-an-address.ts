import { sqlMigration } from './sql-migration.js';

/**
 * An account is begun by a letter to its address. Of the link only a hash stays; the link itself is sealed until the letter is sent.
 */
export const Invitations = sqlMigration(
  33,
  'Invitations',
  [
    `create table officer_invitation (
       id uuid not null,
       email text not null,
       body_id uuid not null,
       roles text[] not null,
       language text not null,
       token_hash bytea not null,
       sealed_token bytea,
       invited_by text not null,
       created_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz not null,
       accepted_at timestamptz,
       withdrawn_at timestamptz,
       constraint pk_officer_invitation primary key (id),
       constraint uq_officer_invitation_token_hash unique (token_hash),
       constraint fk_officer_invitation_body_id foreign key (body_id) references state_body (id),
       constraint ck_officer_invitation_email check (email = lower(email)),
       constraint ck_officer_invitation_roles check (roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0),
       constraint ck_officer_invitation_language check (language in ('kk', 'ru', 'en')),
       constraint ck_officer_invitation_end check (accepted_at is null or withdrawn_at is null)
     )`,
    `create unique index ix_officer_invitation_open on officer_invitation (email) where accepted_at is null and withdrawn_at is null`,
    'create index ix_officer_invitation_body_id on officer_invitation (body_id)',
  ],
  ['drop table officer_invitation'],
);
