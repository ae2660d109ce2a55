import { sqlMigration } from './sql-migration.js';

/**
 * REQ-115. What each verification of the ledger's chain found, and the hash it ended with: a chain that was made anew, or lost its
 * end, is whole in itself and no longer goes through it.
 */
export const VerificationsKept = sqlMigration(
  52,
  'VerificationsKept',
  [
    `create table ledger_verification (
       id uuid not null,
       at timestamptz not null default clock_timestamp(),
       actor text not null,
       entries bigint not null,
       head bytea not null,
       fault text,
       broken_at bigint,
       broken_id uuid,
       constraint pk_ledger_verification primary key (id),
       constraint ck_ledger_verification_fault check (fault in ('missing', 'order', 'content', 'rewritten', 'shorter')),
       constraint ck_ledger_verification_broken check ((fault is null) = (broken_at is null) and (broken_id is null or fault is not null)),
       constraint ck_ledger_verification_head check (entries >= 0 and octet_length(head) = 32)
     )`,
    'create index ix_ledger_verification_at on ledger_verification (at, id)',
    `create trigger ledger_verification_stays_as_written before update or delete on ledger_verification for each row
       execute function stays_as_written()`,
    `create trigger ledger_verification_never_emptied before truncate on ledger_verification for each statement
       execute function stays_as_written()`,
    'revoke insert, update, delete, truncate on ledger_verification from talqy_app',
    'grant insert (id, actor, entries, head, fault, broken_at, broken_id) on ledger_verification to talqy_app',
  ],
  ['drop table ledger_verification'],
);
