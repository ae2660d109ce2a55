import { sqlMigration } from './sql-migration.js';

/**
 * REQ-26, AMB-19: when remarks could not be sent, by the probe of the worker or by an official. A row is ended once and otherwise
 * stays. `intake_watch` is what the probe knows: one row, so that any number of workers watch as one.
 */
export const IntakeOutages = sqlMigration(
  21,
  'IntakeOutages',
  [
    `create table intake_outage (
       id uuid not null,
       started_at timestamptz not null,
       ended_at timestamptz,
       source text not null,
       note text,
       recorded_by text not null,
       recorded_at timestamptz not null default clock_timestamp(),
       constraint pk_intake_outage primary key (id),
       constraint ck_intake_outage_source check (source in ('PROBE', 'OFFICIAL')),
       constraint ck_intake_outage_ended check (started_at < ended_at),
       constraint ck_intake_outage_official check ((source = 'OFFICIAL') = (note is not null) and (ended_at is not null or source = 'PROBE'))
     )`,
    `create unique index ix_intake_outage_lasting on intake_outage (source) where ended_at is null`,
    'create index ix_intake_outage_started_at on intake_outage (started_at)',
    `create function outage_is_ended_once() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or old.ended_at is not null or new.ended_at is null
          or to_jsonb(new) - 'ended_at' is distinct from to_jsonb(old) - 'ended_at' then
         raise exception 'an outage is ended once and never rewritten (REQ-26)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger outage_is_ended_once before update or delete on intake_outage
       for each row execute function outage_is_ended_once()`,
    `create table intake_watch (
       id smallint not null,
       checked_at timestamptz,
       watched_since timestamptz,
       failing_since timestamptz,
       failures integer not null default 0,
       is_seen_up boolean not null default false,
       was_ever_up boolean not null default false,
       constraint pk_intake_watch primary key (id),
       constraint ck_intake_watch_one check (id = 1)
     )`,
    'insert into intake_watch (id) values (1)',
  ],
  ['drop table intake_watch', 'drop table intake_outage', 'drop function outage_is_ended_once()'],
);
