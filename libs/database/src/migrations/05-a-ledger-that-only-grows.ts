import { sqlMigration } from './sql-migration.js';

/**
 * Entries are written in the act's own transaction without a lock; the worker later seals them: `sequence` and `hash` are
 * set once, in order, by `ledger_seal` alone. Ids commit out of order, so pending rows are found by `sequence is null`.
 */
export const Ledger = sqlMigration(
  5,
  'Ledger',
  [
    `create table ledger_entry (
       id uuid not null,
       at timestamptz not null default clock_timestamp(),
       actor text not null,
       act text not null,
       subject_kind text not null,
       subject_id uuid not null,
       data text not null,
       sequence bigint,
       previous_hash bytea,
       hash bytea,
       constraint pk_ledger_entry primary key (id),
       constraint uq_ledger_entry_sequence unique (sequence),
       constraint ck_ledger_entry_sealed check ((sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null))
     )`,
    'create index ix_ledger_entry_pending on ledger_entry (at, id) where sequence is null',
    'create index ix_ledger_entry_subject_id on ledger_entry (subject_id)',
    `create function ledger_entry_only_grows() returns trigger language plpgsql as $$
     begin
       if tg_op = 'UPDATE' and old.sequence is null and new.sequence is not null
          and (old.id, old.at, old.actor, old.act, old.subject_kind, old.subject_id, old.data)
            = (new.id, new.at, new.actor, new.act, new.subject_kind, new.subject_id, new.data) then
         return new;
       end if;
       raise exception 'the ledger only grows' using errcode = 'insufficient_privilege';
     end $$`,
    'create trigger ledger_entry_only_grows before update or delete on ledger_entry for each row execute function ledger_entry_only_grows()',
    'create trigger ledger_entry_never_emptied before truncate on ledger_entry for each statement execute function ledger_entry_only_grows()',
    `create function ledger_seal(ids uuid[], previous_hashes bytea[], hashes bytea[], first_sequence bigint)
       returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
     declare
       last_sequence bigint;
       last_hash bytea;
       sealed bigint;
     begin
       perform pg_advisory_xact_lock(7101);
       select e.sequence, e.hash into last_sequence, last_hash from ledger_entry e where e.sequence is not null order by e.sequence desc limit 1;
       if coalesce(last_sequence, 0) + 1 <> first_sequence
          or (last_hash is not null and last_hash <> previous_hashes[1]) then
         return 0;
       end if;
       update ledger_entry e
          set sequence = first_sequence + i.ord - 1, previous_hash = i.previous_hash, hash = i.hash
         from unnest(ids, previous_hashes, hashes) with ordinality as i (id, previous_hash, hash, ord)
        where e.id = i.id and e.sequence is null;
       get diagnostics sealed = row_count;
       if sealed <> cardinality(ids) then
         raise exception 'sealed % of % entries', sealed, cardinality(ids);
       end if;
       return sealed;
     end $$`,
    'revoke update, delete, truncate on ledger_entry from talqy_app',
    'revoke all on function ledger_seal(uuid[], bytea[], bytea[], bigint) from public',
    'grant execute on function ledger_seal(uuid[], bytea[], bytea[], bigint) to talqy_app',
  ],
  [
    'drop function ledger_seal(uuid[], bytea[], bytea[], bigint)',
    'drop table ledger_entry',
    'drop function ledger_entry_only_grows()',
  ],
);
