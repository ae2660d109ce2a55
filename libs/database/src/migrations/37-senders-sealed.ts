import type { QueryRunner } from 'typeorm';
import { RemarksInOneCall } from './14-remarks-in-one-call.js';
import { sqlMigration } from './sql-migration.js';

/** What a remark, a late arrival and an entry knew of their senders in clear, for the step that seals it. */
const moveClear = [
  `create table clear_sender (
     subject_id uuid not null,
     sender jsonb not null,
     constraint pk_clear_sender primary key (subject_id)
   )`,
  `insert into clear_sender (subject_id, sender)
   select s.remark_id, jsonb_strip_nulls(jsonb_build_object('kind', r.sender_kind, 'name', s.name, 'email', s.email,
            'organisation', s.organisation, 'bin', s.bin, 'representativeGround', s.representative_ground))
     from remark_sender s join remark r on r.id = s.remark_id
   union all
   select id, sender from received_entry where sender is not null
   union all
   select id, content->'sender' from late_arrival where content ? 'sender'`,
  'alter table late_arrival disable trigger late_arrival_stays_as_written',
  `update late_arrival set content = content - 'sender' || jsonb_build_object('senderKind', content->'sender'->'kind')
    where content ? 'sender'`,
  'alter table late_arrival enable trigger late_arrival_stays_as_written',
];

const settledOnce = (kept: string, free: string) => `
  create or replace function entry_is_settled_once() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.state <> 'ENTERED' or new.state = 'ENTERED'
       or new.state = 'REFUSED' and (${kept.replaceAll('*', 'new')}) is distinct from (${kept.replaceAll('*', 'old')})
       or to_jsonb(new) - array[${free}] is distinct from to_jsonb(old) - array[${free}] then
      raise exception 'an entry is settled once and otherwise stays as it was made (REQ-41)' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

const settling = `'state', 'settled_by', 'settled_at', 'refusal_reason', 'remark_id', 'late_arrival_id', 'content'`;

/** As migration 14 has it, with the sender sealed before it comes here. */
const takeRemarks = `
  create or replace function take_remarks(locks integer[], submissions json, elapsed_ms float8[], actor text, act text)
    returns table (ord integer, verdict text, "receivedAt" timestamptz, "closeAt" timestamptz, "profileId" text, zone text)
    language plpgsql set lock_timeout = '3s' as $$
  #variable_conflict use_column
  begin
    perform pg_advisory_xact_lock_shared(7001, l.no) from unnest(locks) as l (no);
    return query
    with input as materialized (
      select i.*
        from rows from (
          json_to_recordset(take_remarks.submissions) as (
            discussion_id uuid, id uuid, number text, ledger_id uuid, event_id uuid, key text, fingerprint bytea,
            arrived_at timestamptz, kind text, sender_kind text, channel text, language text, body text, wording text,
            anchors uuid[], salt bytea, commitment bytea, normalised bytea, key_id text, sealed bytea, email_index bytea,
            bin_index bytea, name_index bytea, name_consent text, files uuid[], registration text),
          unnest(take_remarks.elapsed_ms)
        ) with ordinality as i (
            discussion_id, id, number, ledger_id, event_id, key, fingerprint, arrived_at, kind, sender_kind, channel, language,
            body, wording, anchors, salt, commitment, normalised, key_id, sealed, email_index, bin_index, name_index, name_consent,
            files, registration, elapsed, ord)
    ), arrived as materialized (
      select i.*, coalesce(i.arrived_at, statement_timestamp() - i.elapsed * interval '1 millisecond') as received_at,
             i.channel in ('PORTAL', 'API') as is_online
        from input i
    ), judged as materialized (
      select a.*, d.close_at, d.profile_id, d.zone,
             case when a.received_at > clock_timestamp() then 'future'
                  when d.state = 'WITHDRAWN' and (a.is_online or a.received_at >= d.withdrawn_at) then 'withdrawn'
                  when a.received_at < d.open_at then 'not-open'
                  when a.received_at >= d.close_at then 'late'
                  when a.is_online and d.state <> 'OPEN' then 'closed'
                  else 'accepted' end as verdict
        from arrived a join discussion d on d.id = a.discussion_id
    ), keyed as (
      insert into idempotency (scope, key, fingerprint, subject_id)
      select j.discussion_id::text, j.key, j.fingerprint, j.id
        from judged j where j.key is not null and j.verdict in ('accepted', 'late')
       order by j.discussion_id::text, j.key
      on conflict do nothing
      returning subject_id
    ), settled as materialized (
      select j.*,
             case when j.verdict in ('accepted', 'late') and j.key is not null and k.subject_id is null then 'duplicate-key'
                  else j.verdict end as outcome,
             to_char(j.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as received_text
        from judged j left join keyed k on k.subject_id = j.id
    ), remarks as (
      insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, proposed_wording, anchors,
        state, received_at, profile_id, close_at, salt, commitment, normalised_hash)
      select id, discussion_id, number, kind, sender_kind, channel, language, body, wording, anchors,
        'RECEIVED', received_at, profile_id, close_at, salt, commitment, normalised
        from settled where outcome = 'accepted'
    ), senders as (
      insert into sealed_sender (subject_id, key_id, sealed, email_index, bin_index, name_index, name_consent, name_consent_at)
      select id, key_id, sealed, email_index, bin_index, name_index, name_consent, case when name_consent is not null then received_at end
        from settled where outcome in ('accepted', 'late')
    ), attachments as (
      insert into remark_attachment (remark_id, position, file_id)
      select s.id, f.position, f.file_id
        from settled s cross join lateral unnest(s.files) with ordinality as f (file_id, position)
       where s.outcome = 'accepted' and s.files is not null
    ), late as (
      insert into late_arrival (id, discussion_id, number, received_at, close_at, profile_id, intake_channel, language, content)
      select id, discussion_id, number, received_at, close_at, profile_id, channel, language,
        jsonb_strip_nulls(jsonb_build_object('kind', kind, 'text', body, 'proposedWording', wording, 'anchors', anchors,
          'attachments', files, 'senderKind', sender_kind))
        from settled where outcome = 'late'
    ), entries as (
      insert into ledger_entry (id, actor, act, subject_kind, subject_id, data)
      select ledger_id, take_remarks.actor, take_remarks.act, 'remark', id,
        '{"channel":"' || channel || '","commitment":"' || encode(commitment, 'hex') || '","discussionId":"' || discussion_id
          || '","number":"' || number || '","profileId":"' || profile_id || '","receivedAt":"' || received_text || '"'
          || coalesce(',"registration":' || to_json(registration)::text, '') || '}'
        from settled where outcome = 'accepted'
      union all
      select ledger_id, take_remarks.actor, 'late-arrival.refused', 'late-arrival', id,
        '{"channel":"' || channel || '","closeAt":"' || to_char(close_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          || '","discussionId":"' || discussion_id || '","number":"' || number || '","profileId":"' || profile_id
          || '","receivedAt":"' || received_text || '"' || coalesce(',"registration":' || to_json(registration)::text, '') || '}'
        from settled where outcome = 'late'
    ), events as (
      insert into outbox_event (id, event, data)
      select event_id, 'remark.acknowledged', jsonb_build_object('remarkId', id) from settled where outcome = 'accepted'
    )
    select s.ord::integer, s.outcome, s.received_at, s.close_at, s.profile_id, s.zone from settled s order by s.ord;
  end $$`;

const up = [
  `create table sealed_sender (
     subject_id uuid not null,
     key_id text not null,
     sealed bytea not null,
     email_index bytea,
     bin_index bytea,
     name_index bytea,
     name_consent text,
     name_consent_at timestamptz,
     constraint pk_sealed_sender primary key (subject_id),
     constraint ck_sealed_sender_sealed check (octet_length(sealed) > 28),
     constraint ck_sealed_sender_name_consent check ((name_consent is null) = (name_consent_at is null))
   )`,
  ...moveClear,
  'drop table remark_sender',
  'alter table received_entry drop column sender',
  `alter table received_entry add constraint ck_received_entry_content check ((state = 'CONFIRMED') = (content is null))`,
  settledOnce('*.content', settling),
  takeRemarks,
];

const down = [
  `do $$ begin
     if exists (select from sealed_sender) then
       raise exception 'sealed senders cannot be opened here: restore a backup made before migration 37';
     end if;
   end $$`,
  'alter table received_entry drop constraint ck_received_entry_content',
  'alter table received_entry add column sender jsonb',
  'alter table received_entry disable trigger entry_is_settled_once',
  'update received_entry e set sender = c.sender from clear_sender c where c.subject_id = e.id',
  'alter table received_entry enable trigger entry_is_settled_once',
  `alter table received_entry add constraint ck_received_entry_content
     check ((state = 'CONFIRMED') = (content is null) and (content is null) = (sender is null))`,
  'alter table late_arrival disable trigger late_arrival_stays_as_written',
  `update late_arrival l set content = content - 'senderKind' || jsonb_build_object('sender', c.sender)
     from clear_sender c where c.subject_id = l.id`,
  'alter table late_arrival enable trigger late_arrival_stays_as_written',
  settledOnce('*.content, *.sender', `${settling}, 'sender'`),
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
  `insert into remark_sender (remark_id, name, email, organisation, bin, representative_ground)
   select subject_id, sender->>'name', sender->>'email', sender->>'organisation', sender->>'bin', sender->>'representativeGround'
     from clear_sender c join remark r on r.id = c.subject_id`,
  'drop table clear_sender',
  'drop table sealed_sender',
  'drop function take_remarks(integer[], json, float8[], text, text)',
];

/**
 * REQ-46, decision 22: who sent a remark, a late letter or an entry stands in one table, sealed by a key the database does not
 * have; equal senders are found by a blind index. Only the application can seal, so what stood in clear waits in `clear_sender`
 * until `talqy migrate` has sealed it, right after the migrations.
 */
export class SendersSealed extends sqlMigration(37, 'SendersSealed', up, down) {
  /** With the intake as it was before. */
  override async down(runner: QueryRunner): Promise<void> {
    await super.down(runner);
    await new RemarksInOneCall().up(runner);
  }
}
