import { sqlMigration } from './sql-migration.js';

/**
 * REQ-41, REQ-42, AMB-08: a letter typed in is an entry; it becomes a remark or a late arrival when it is confirmed, and its text
 * and sender then live there alone. An entry is settled once, by somebody else where the profile asks for a second officer, never
 * deleted, and none is made once the report is signed.
 */
export const ReceivedEntries = sqlMigration(
  19,
  'ReceivedEntries',
  [
    `create table received_entry (
       id uuid not null,
       discussion_id uuid not null,
       channel text not null,
       registration text not null,
       arrival_day date not null,
       arrived_at timestamptz not null,
       arrival_precision text not null,
       postmark_day date,
       content jsonb,
       sender jsonb,
       content_sha256 bytea not null,
       no_scan_reason text,
       backdated_days integer not null,
       needs_second_officer boolean not null,
       state text not null,
       entered_by text not null,
       entered_at timestamptz not null,
       settled_by text,
       settled_at timestamptz,
       refusal_reason text,
       remark_id uuid,
       late_arrival_id uuid,
       constraint pk_received_entry primary key (id),
       constraint uq_received_entry_remark_id unique (remark_id),
       constraint uq_received_entry_late_arrival_id unique (late_arrival_id),
       constraint fk_received_entry_discussion_id foreign key (discussion_id) references discussion (id),
       constraint fk_received_entry_remark_id foreign key (remark_id) references remark (id),
       constraint fk_received_entry_late_arrival_id foreign key (late_arrival_id) references late_arrival (id),
       constraint ck_received_entry_channel check (channel in ('PAPER', 'DESK', 'EMAIL')),
       constraint ck_received_entry_arrival_precision check (arrival_precision in ('DAY', 'INSTANT')),
       constraint ck_received_entry_state check (state in ('ENTERED', 'CONFIRMED', 'REFUSED')),
       constraint ck_received_entry_arrived check (arrived_at <= entered_at and backdated_days >= 0),
       constraint ck_received_entry_settled check ((state = 'ENTERED') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
       constraint ck_received_entry_result check (num_nonnulls(remark_id, late_arrival_id) = case when state = 'CONFIRMED' then 1 else 0 end),
       constraint ck_received_entry_content check ((state = 'CONFIRMED') = (content is null) and (content is null) = (sender is null)),
       constraint ck_received_entry_refusal_reason check ((state = 'REFUSED') = (refusal_reason is not null)),
       constraint ck_received_entry_second_officer check (not (state = 'CONFIRMED' and needs_second_officer and settled_by = entered_by))
     )`,
    `create unique index ix_received_entry_content on received_entry (discussion_id, content_sha256) where state <> 'REFUSED'`,
    'create index ix_received_entry_list on received_entry (discussion_id, state, entered_at, id)',
    'create index ix_received_entry_registration on received_entry (discussion_id, registration)',
    `create table received_entry_file (
       entry_id uuid not null,
       purpose text not null,
       position integer not null,
       file_id uuid not null,
       constraint pk_received_entry_file primary key (entry_id, purpose, position),
       constraint uq_received_entry_file_file_id unique (file_id),
       constraint fk_received_entry_file_entry_id foreign key (entry_id) references received_entry (id),
       constraint fk_received_entry_file_file_id foreign key (file_id) references stored_file (id),
       constraint ck_received_entry_file_purpose check (purpose in ('SCAN', 'ATTACHMENT'))
     )`,
    `create function entry_is_settled_once() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or old.state <> 'ENTERED' or new.state = 'ENTERED'
          or new.state = 'REFUSED' and (new.content, new.sender) is distinct from (old.content, old.sender)
          or to_jsonb(new) - array['state', 'settled_by', 'settled_at', 'refusal_reason', 'remark_id', 'late_arrival_id', 'content', 'sender']
             is distinct from
             to_jsonb(old) - array['state', 'settled_by', 'settled_at', 'refusal_reason', 'remark_id', 'late_arrival_id', 'content', 'sender'] then
         raise exception 'an entry is settled once and otherwise stays as it was made (REQ-41)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger entry_is_settled_once before update or delete on received_entry
       for each row execute function entry_is_settled_once()`,
    `create trigger entry_precedes_the_report before insert on received_entry
       for each row execute function remark_precedes_the_report()`,
    `create trigger received_entry_file_stays_as_written before update or delete on received_entry_file
       for each row execute function stays_as_written()`,
  ],
  ['drop table received_entry_file', 'drop table received_entry', 'drop function entry_is_settled_once()'],
);
