import { sqlMigration } from './sql-migration.js';

/**
 * R8.4, design section 3. The trigger repeats the test of the intake statement, so imports and hand-written SQL obey it:
 * it takes the shared lock, then reads the discussion with a fresh snapshot. Replacing and withdrawing obey it too. A portal's remark must be of this minute;
 * paper, desk, e-mail and import carry the arrival their evidence shows (REQ-41), inside the window, also after the close.
 */
export const Remarks = sqlMigration(
  10,
  'Remarks',
  [
    `create table remark (
       id uuid not null,
       discussion_id uuid not null,
       number text not null,
       kind text not null,
       sender_kind text not null,
       intake_channel text not null,
       language text not null,
       body text not null,
       proposed_wording text,
       anchors uuid[] not null default '{}',
       state text not null,
       received_at timestamptz not null default clock_timestamp(),
       recorded_at timestamptz not null default clock_timestamp(),
       profile_id text not null,
       close_at timestamptz,
       revision integer not null default 1,
       revised_at timestamptz,
       withdrawn_at timestamptz,
       salt bytea not null,
       commitment bytea not null,
       normalised_hash bytea not null,
       constraint pk_remark primary key (id),
       constraint uq_remark_number unique (number),
       constraint fk_remark_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_remark_kind check (kind in ('REMARK', 'PROPOSAL')),
       constraint ck_remark_sender_kind check (sender_kind in ('INDIVIDUAL', 'LEGAL_ENTITY', 'GROUP')),
       constraint ck_remark_intake_channel check (intake_channel in ('PORTAL', 'API', 'PAPER', 'DESK', 'EMAIL', 'IMPORT')),
       constraint ck_remark_state check (state in ('RECEIVED', 'WITHDRAWN', 'HIDDEN')),
       constraint ck_remark_body check (char_length(body) between 1 and 20000),
       constraint ck_remark_on_time check (received_at < close_at)
     )`,
    'create index ix_remark_discussion_id_received_at on remark (discussion_id, received_at, id)',
    `create table remark_revision (
       remark_id uuid not null,
       revision integer not null,
       kind text not null,
       language text not null,
       body text not null,
       proposed_wording text,
       anchors uuid[] not null,
       from_at timestamptz not null,
       until_at timestamptz not null,
       salt bytea not null,
       commitment bytea not null,
       constraint pk_remark_revision primary key (remark_id, revision),
       constraint fk_remark_revision_remark_id foreign key (remark_id) references remark (id)
     )`,
    `create table remark_sender (
       remark_id uuid not null,
       name text not null,
       email text,
       organisation text,
       bin text,
       representative_ground text,
       constraint pk_remark_sender primary key (remark_id),
       constraint fk_remark_sender_remark_id foreign key (remark_id) references remark (id)
     )`,
    `create table remark_attachment (
       remark_id uuid not null,
       position integer not null,
       file_id uuid not null,
       constraint pk_remark_attachment primary key (remark_id, position),
       constraint uq_remark_attachment_file_id unique (file_id),
       constraint fk_remark_attachment_remark_id foreign key (remark_id) references remark (id),
       constraint fk_remark_attachment_file_id foreign key (file_id) references stored_file (id)
     )`,
    `create table late_arrival (
       id uuid not null,
       discussion_id uuid not null,
       number text not null,
       received_at timestamptz not null,
       close_at timestamptz not null,
       profile_id text not null,
       intake_channel text not null,
       language text not null,
       content jsonb not null,
       constraint pk_late_arrival primary key (id),
       constraint uq_late_arrival_number unique (number),
       constraint fk_late_arrival_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_late_arrival_late check (received_at >= close_at)
     )`,
    'create index ix_late_arrival_discussion_id on late_arrival (discussion_id, received_at)',
    `create table idempotency (
       scope text not null,
       key text not null,
       fingerprint bytea not null,
       subject_id uuid not null,
       created_at timestamptz not null default clock_timestamp(),
       constraint pk_idempotency primary key (scope, key)
     )`,
    `create function remark_arrives_on_time() returns trigger language plpgsql as $$
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
       if new.intake_channel in ('PORTAL', 'API') and (d.state <> 'OPEN' or arrival < clock_timestamp() - interval '60 seconds') then
         raise exception 'a remark sent on line arrives now' using errcode = 'TQ001';
       end if;
       if arrival > clock_timestamp() then
         raise exception 'an arrival lies in the future' using errcode = 'TQ002';
       end if;
       return new;
     end $$`,
    'create trigger remark_arrives_on_time before insert on remark for each row execute function remark_arrives_on_time()',
    `create trigger remark_changes_on_time before update on remark for each row
       when ((new.received_at, new.revised_at, new.withdrawn_at, new.kind, new.body, new.proposed_wording, new.anchors)
         is distinct from (old.received_at, old.revised_at, old.withdrawn_at, old.kind, old.body, old.proposed_wording, old.anchors))
       execute function remark_arrives_on_time()`,
    `create function remark_is_never_deleted() returns trigger language plpgsql as $$
     begin
       raise exception 'a remark is never deleted (REQ-116)' using errcode = 'check_violation';
     end $$`,
    'create trigger remark_is_never_deleted before delete on remark for each row execute function remark_is_never_deleted()',
  ],
  [
    'drop table idempotency',
    'drop table late_arrival',
    'drop table remark_attachment',
    'drop table remark_sender',
    'drop table remark_revision',
    'drop table remark',
    'drop function remark_is_never_deleted()',
    'drop function remark_arrives_on_time()',
  ],
);
