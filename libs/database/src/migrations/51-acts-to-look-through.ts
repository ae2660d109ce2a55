import { sqlMigration } from './sql-migration.js';

/** Administrators walk the ledger from its newest act, all of it or of one kind or one person. */
export const ActsToLookThrough = sqlMigration(
  51,
  'ActsToLookThrough',
  [
    'create index ix_ledger_entry_at on ledger_entry (at, id)',
    'create index ix_ledger_entry_act on ledger_entry (act, at, id)',
    'create index ix_ledger_entry_actor on ledger_entry (actor, at, id)',
  ],
  ['drop index ix_ledger_entry_actor', 'drop index ix_ledger_entry_act', 'drop index ix_ledger_entry_at'],
);
