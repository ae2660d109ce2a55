import { sqlMigration } from './sql-migration.js';

const arrivesOnTime = (oldest: string) => `
  create or replace function remark_arrives_on_time() returns trigger language plpgsql as $$
  declare
    d record;
    arrival timestamptz;
  begin
    perform pg_advisory_xact_lock_shared(7001, no) from discussion where id = new.discussion_id;
    select state, open_at, close_at, withdrawn_at into d from discussion where id = new.discussion_id;
    arrival := greatest(new.received_at, new.revised_at, new.withdrawn_at);
    if d.state = 'WITHDRAWN' and (new.intake_channel in ('PORTAL', 'API') or arrival >= d.withdrawn_at) then
      raise exception 'discussion withdrawn' using errcode = 'TQ003';
    end if;
    if arrival < d.open_at then
      raise exception 'discussion not open yet' using errcode = 'TQ002';
    end if;
    if d.close_at is not null and arrival >= d.close_at then
      raise exception 'received at %, the discussion closed at %', arrival, d.close_at using errcode = 'TQ001';
    end if;
    if new.intake_channel in ('PORTAL', 'API') and (d.state <> 'OPEN' or arrival < clock_timestamp() - interval '${oldest}') then
      raise exception 'a remark sent on line arrives now' using errcode = 'TQ001';
    end if;
    if arrival > clock_timestamp() then
      raise exception 'an arrival lies in the future' using errcode = 'TQ002';
    end if;
    return new;
  end $$`;

/**
 * REQ-47, decision 26: how much comes from where, in tables that are not logged to disk and forget within minutes; an address is
 * there only as a keyed hash. A remark that had to wait for its turn or its proof arrived when it first did, a quarter of an hour
 * ago at most, and its discussion is not closed before. What concerns security is counted by the minute and compared with bounds.
 */
export const HowMuchFromWhere = sqlMigration(
  41,
  'HowMuchFromWhere',
  [
    `create unlogged table request_count (
       key bytea not null,
       ends_at timestamptz not null,
       count integer not null,
       constraint pk_request_count primary key (key)
     )`,
    'create index ix_request_count_ends_at on request_count (ends_at)',
    `create unlogged table wait_turn (
       key bytea not null,
       free_at timestamptz not null,
       constraint pk_wait_turn primary key (key)
     )`,
    `create unlogged table portal_load (
       portal_id uuid not null,
       measured_at timestamptz not null,
       per_second double precision not null,
       constraint pk_portal_load primary key (portal_id)
     )`,
    `create unlogged table proof_gate (
       id smallint not null,
       is_on boolean not null,
       busy_at timestamptz not null,
       constraint pk_proof_gate primary key (id),
       constraint ck_proof_gate_id check (id = 1)
     )`,
    `create table security_event_count (
       kind text not null,
       minute timestamptz not null,
       count integer not null,
       constraint pk_security_event_count primary key (kind, minute)
     )`,
    'create index ix_security_event_count_minute on security_event_count (minute)',
    `create table security_alarm (
       kind text not null,
       window_start timestamptz not null,
       count integer not null,
       threshold integer not null,
       raised_at timestamptz not null default clock_timestamp(),
       constraint pk_security_alarm primary key (kind, window_start)
     )`,
    'alter table discussion add column held_until timestamptz',
    arrivesOnTime('15 minutes'),
  ],
  [
    arrivesOnTime('60 seconds'),
    'alter table discussion drop column held_until',
    'drop table security_alarm',
    'drop table security_event_count',
    'drop table proof_gate',
    'drop table portal_load',
    'drop table wait_turn',
    'drop table request_count',
  ],
);
