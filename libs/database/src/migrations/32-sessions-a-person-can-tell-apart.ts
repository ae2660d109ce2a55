import { sqlMigration } from './sql-migration.js';

/**
 * Where somebody is signed in: the block of addresses and the kind of device, enough to know one's own. `confirmed_at`: when the
 * session last proved by password, and code, that its person is there.
 */
export const RecognisableSessions = sqlMigration(
  32,
  'RecognisableSessions',
  [
    `alter table officer_session
       add column id uuid not null default gen_random_uuid(),
       add column address_block text not null default '',
       add column device text not null default '',
       add column confirmed_at timestamptz not null default clock_timestamp(),
       add constraint uq_officer_session_id unique (id)`,
    'alter table officer_session alter column id drop default',
  ],
  [
    `alter table officer_session
       drop column id, drop column address_block, drop column device, drop column confirmed_at`,
  ],
);
