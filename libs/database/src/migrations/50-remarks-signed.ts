import { sqlMigration } from './sql-migration.js';

/** As migration 48 has it, and with the signature of a signed remark. */
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
            bin_index bytea, name_index bytea, name_consent text, files uuid[], registration text, confirmation text,
            sealed_signature bytea),
          unnest(take_remarks.elapsed_ms)
        ) with ordinality as i (
            discussion_id, id, number, ledger_id, event_id, key, fingerprint, arrived_at, kind, sender_kind, channel, language,
            body, wording, anchors, salt, commitment, normalised, key_id, sealed, email_index, bin_index, name_index, name_consent,
            files, registration, confirmation, sealed_signature, elapsed, ord)
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
        state, received_at, profile_id, close_at, salt, commitment, normalised_hash, confirmation)
      select id, discussion_id, number, kind, sender_kind, channel, language, body, wording, anchors,
        'RECEIVED', received_at, profile_id, close_at, salt, commitment, normalised, confirmation
        from settled where outcome = 'accepted'
    ), senders as (
      insert into sealed_sender (subject_id, key_id, sealed, sealed_signature, email_index, bin_index, name_index, name_consent, name_consent_at)
      select id, key_id, sealed, sealed_signature, email_index, bin_index, name_index, name_consent, case when name_consent is not null then received_at end
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

const confirmedBy = (kinds: string) => [
  'alter table remark drop constraint ck_remark_confirmation',
  `alter table remark add constraint ck_remark_confirmation check (confirmation in (${kinds}))`,
];

/**
 * Decision 34. The sender signs the remark itself: what was signed and the detached signature are sealed beside the sender and go with
 * it. A signed text is not replaced, since nobody has signed the one in its place. It is not taken back over signed remarks: the
 * constraint of before refuses them.
 */
export const RemarksSigned = sqlMigration(
  50,
  'RemarksSigned',
  [
    ...confirmedBy(`'EMAIL', 'PROVIDER', 'SIGNATURE'`),
    'alter table sealed_sender add column sealed_signature bytea',
    `alter table sealed_sender add constraint ck_sealed_sender_sealed_signature check (octet_length(sealed_signature) > 28)`,
    takeRemarks,
    `create function remark_as_signed_is_not_replaced() returns trigger language plpgsql as $$
     begin
       raise exception 'a signed remark is withdrawn and sent anew, not replaced' using errcode = 'check_violation';
     end $$`,
    `create trigger remark_as_signed_is_not_replaced before update of revision on remark for each row
       when (old.confirmation = 'SIGNATURE' and new.revision <> old.revision) execute function remark_as_signed_is_not_replaced()`,
  ],
  [
    'drop trigger remark_as_signed_is_not_replaced on remark',
    'drop function remark_as_signed_is_not_replaced()',
    takeRemarks.replaceAll(/,\s+sealed_signature( bytea)?/g, ''),
    ...confirmedBy(`'EMAIL', 'PROVIDER'`),
    'alter table sealed_sender drop column sealed_signature',
  ],
);
