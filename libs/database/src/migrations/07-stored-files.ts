import { sqlMigration } from './sql-migration.js';

/** Attachments, scans and rendered documents, behind one port. `purpose` and `held_until` let unclaimed uploads go. */
export const StoredFiles = sqlMigration(
  7,
  'StoredFiles',
  [
    `create table stored_file (
       id uuid not null,
       purpose text not null,
       name text not null,
       media_type text not null,
       size integer not null,
       sha256 bytea not null,
       content bytea not null,
       created_at timestamptz not null default clock_timestamp(),
       claimed_at timestamptz,
       constraint pk_stored_file primary key (id),
       constraint ck_stored_file_purpose check (purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT')),
       constraint ck_stored_file_size check (size >= 0 and octet_length(content) = size)
     )`,
    'create index ix_stored_file_unclaimed on stored_file (created_at) where claimed_at is null',
    'alter table stored_file alter column content set storage external',
  ],
  ['drop table stored_file'],
);
