import { sqlMigration } from './sql-migration.js';

/**
 * A sign-in that waits for our code remembers whether the provider had the person prove who they are, or merely still knew them: only
 * the first counts as a confirmation. Visits that are over are found by their time.
 */
export const ProvedAtSignIn = sqlMigration(
  47,
  'ProvedAtSignIn',
  [
    `alter table pending_sign_in
       add column is_proved_anew boolean not null default false,
       add constraint ck_pending_sign_in_issuer check (issuer is not null or not is_proved_anew)`,
    'create index ix_provider_visit_expires_at on provider_visit (expires_at)',
  ],
  ['drop index ix_provider_visit_expires_at', 'alter table pending_sign_in drop column is_proved_anew'],
);
