import { sqlMigration } from './sql-migration.js';

/** Events are written with the act; the worker's relay gives each its jobs and sends them until a consumer says done. */
export const Outbox = sqlMigration(
  6,
  'Outbox',
  [
    `create table outbox_event (
       id uuid not null,
       event text not null,
       data jsonb not null,
       not_before timestamptz,
       created_at timestamptz not null default clock_timestamp(),
       routed_at timestamptz,
       constraint pk_outbox_event primary key (id)
     )`,
    'create index ix_outbox_event_unrouted on outbox_event (created_at) where routed_at is null',
    `create table outbox_job (
       id uuid not null,
       event_id uuid not null,
       job text not null,
       data jsonb not null,
       available_at timestamptz not null default clock_timestamp(),
       attempts integer not null default 0,
       failures integer not null default 0,
       last_error text,
       done_at timestamptz,
       parked_at timestamptz,
       constraint pk_outbox_job primary key (id),
       constraint uq_outbox_job_event_id_job unique (event_id, job),
       constraint fk_outbox_job_event_id foreign key (event_id) references outbox_event (id)
     )`,
    'create index ix_outbox_job_pending on outbox_job (available_at) where done_at is null and parked_at is null',
    'create index ix_outbox_job_parked on outbox_job (parked_at) where done_at is null and parked_at is not null',
    `create table worker_heartbeat (
       id text not null,
       started_at timestamptz not null default clock_timestamp(),
       seen_at timestamptz not null default clock_timestamp(),
       constraint pk_worker_heartbeat primary key (id)
     )`,
  ],
  ['drop table worker_heartbeat', 'drop table outbox_job', 'drop table outbox_event'],
);
