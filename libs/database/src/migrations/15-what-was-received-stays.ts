import { sqlMigration } from './sql-migration.js';

const neverChanges = (table: string) =>
  `create trigger ${table}_stays_as_written before update or delete on ${table} for each row execute function stays_as_written()`;

/**
 * REQ-07, REQ-38, REQ-39, REQ-116: what came in stays as it came. A remark changes its text by a replacement of now with the
 * text before it kept, and its state by the table in `remark-lifecycle.ts`; placements, earlier versions and the late register
 * never change. The application's role cannot change a stored file, shorten an announced term, reopen a discussion, nor write a
 * ledger entry that is sealed already; the owner can, as the suites do to set a deadline.
 */
export const WhatWasReceivedStays = sqlMigration(
  15,
  'WhatWasReceivedStays',
  [
    `create function stays_as_written() returns trigger language plpgsql as $$
     begin
       raise exception 'a row of % never changes (REQ-116)', tg_table_name using errcode = 'check_violation';
     end $$`,
    neverChanges('placement'),
    neverChanges('remark_revision'),
    neverChanges('remark_attachment'),
    neverChanges('late_arrival'),
    `create function remark_keeps_what_came() returns trigger language plpgsql as $$
     begin
       if (new.id, new.discussion_id, new.number, new.sender_kind, new.intake_channel, new.received_at, new.recorded_at,
           new.profile_id, new.close_at)
          is distinct from (old.id, old.discussion_id, old.number, old.sender_kind, old.intake_channel, old.received_at,
           old.recorded_at, old.profile_id, old.close_at) then
         raise exception 'how a remark came never changes (REQ-39)' using errcode = 'check_violation';
       end if;
       if (new.kind, new.language, new.body, new.proposed_wording, new.anchors, new.salt, new.commitment, new.normalised_hash,
           new.revision, new.revised_at)
          is distinct from (old.kind, old.language, old.body, old.proposed_wording, old.anchors, old.salt, old.commitment,
           old.normalised_hash, old.revision, old.revised_at)
          and (old.state <> 'RECEIVED' or new.revision <> old.revision + 1 or new.revised_at is null
            or new.revised_at < clock_timestamp() - interval '60 seconds'
            or not exists (select from remark_revision v where v.remark_id = old.id and v.revision = old.revision)) then
         raise exception 'a text is replaced now, and the one before it is kept (REQ-38)' using errcode = 'check_violation';
       end if;
       if new.state <> old.state and (old.state = 'WITHDRAWN'
            or new.state = 'WITHDRAWN' and coalesce(new.withdrawn_at < clock_timestamp() - interval '60 seconds', true))
          or new.withdrawn_at is distinct from old.withdrawn_at and new.state = old.state then
         raise exception 'a remark is withdrawn once, now (REQ-38)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger remark_keeps_what_came before update on remark for each row execute function remark_keeps_what_came()',
    `create function claimed_file_stays() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' then
         if old.claimed_at is null then return old; end if;
       elsif to_jsonb(old) - 'claimed_at' - 'content' = to_jsonb(new) - 'claimed_at' - 'content'
          and new.content = old.content and (old.claimed_at is null or new.claimed_at = old.claimed_at) then
         return new;
       end if;
       raise exception 'a stored file never changes, and a claimed one stays (REQ-116)' using errcode = 'check_violation';
     end $$`,
    `create trigger claimed_file_stays before update or delete on stored_file for each row
       when (current_user = 'talqy_app') execute function claimed_file_stays()`,
    `create function discussion_keeps_its_word() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or old.state = 'WITHDRAWN' or old.state = 'CLOSED' and new.state = 'OPEN'
          or (old.id, old.no, old.procedure_id, old.version_id, old.profile_id, old.zone)
            is distinct from (new.id, new.no, new.procedure_id, new.version_id, new.profile_id, new.zone)
          or new.open_at > old.open_at or old.close_at is not null and coalesce(new.close_at < old.close_at, true)
          or old.state <> 'OPEN' and new.close_at is distinct from old.close_at then
         raise exception 'an announced term is not shortened, and what is closed or withdrawn stays so (REQ-07, REQ-112)'
           using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger discussion_keeps_its_word_on_change before update on discussion for each row
       when (current_user = 'talqy_app') execute function discussion_keeps_its_word()`,
    `create trigger discussion_keeps_its_word before delete on discussion for each row execute function discussion_keeps_its_word()`,
    'revoke insert on ledger_entry from talqy_app',
    'grant insert (id, actor, act, subject_kind, subject_id, data) on ledger_entry to talqy_app',
  ],
  [
    'revoke insert (id, actor, act, subject_kind, subject_id, data) on ledger_entry from talqy_app',
    'grant insert on ledger_entry to talqy_app',
    'drop trigger discussion_keeps_its_word on discussion',
    'drop trigger discussion_keeps_its_word_on_change on discussion',
    'drop function discussion_keeps_its_word()',
    'drop trigger claimed_file_stays on stored_file',
    'drop function claimed_file_stays()',
    'drop trigger remark_keeps_what_came on remark',
    'drop function remark_keeps_what_came()',
    'drop trigger late_arrival_stays_as_written on late_arrival',
    'drop trigger remark_attachment_stays_as_written on remark_attachment',
    'drop trigger remark_revision_stays_as_written on remark_revision',
    'drop trigger placement_stays_as_written on placement',
    'drop function stays_as_written()',
  ],
);
