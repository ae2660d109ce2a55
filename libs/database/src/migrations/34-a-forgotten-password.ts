import { sqlMigration } from './sql-migration.js';

/** A link by which a forgotten password is set anew, once and within an hour. It knows nothing of invitations, and keeps the second factor. */
export const PasswordResets = sqlMigration(
  34,
  'PasswordResets',
  [
    `create table password_reset (
       id uuid not null,
       officer_id uuid not null,
       token_hash bytea not null,
       sealed_token bytea,
       created_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz not null,
       used_at timestamptz,
       constraint pk_password_reset primary key (id),
       constraint uq_password_reset_token_hash unique (token_hash),
       constraint fk_password_reset_officer_id foreign key (officer_id) references officer (id) on delete cascade
     )`,
    'create index ix_password_reset_officer_id on password_reset (officer_id, created_at)',
  ],
  ['drop table password_reset'],
);
