import { sqlMigration } from './sql-migration.js';

/** Counted per account and address, over all portals. `key` is a hash: nobody's mistyped address is kept. */
export const SignInAttempts = sqlMigration(
  13,
  'SignInAttempts',
  [
    `create table sign_in_attempt (
       id uuid not null,
       key bytea not null,
       attempted_at timestamptz not null default clock_timestamp(),
       constraint pk_sign_in_attempt primary key (id)
     )`,
    'create index ix_sign_in_attempt_key on sign_in_attempt (key, attempted_at)',
    'create index ix_sign_in_attempt_attempted_at on sign_in_attempt (attempted_at)',
  ],
  ['drop table sign_in_attempt'],
);
