import { sqlMigration } from './sql-migration.js';

const changesOnTime = (also: string) => `
  create trigger remark_changes_on_time before update on remark for each row
    when (new.erased_at is not distinct from old.erased_at and ${also}(new.received_at, new.revised_at, new.withdrawn_at, new.kind, new.body, new.proposed_wording, new.anchors)
      is distinct from (old.received_at, old.revised_at, old.withdrawn_at, old.kind, old.body, old.proposed_wording, old.anchors))
    execute function remark_arrives_on_time()`;

const keepsWhatCame = (orRedacted: string) => `
  create or replace function remark_keeps_what_came() returns trigger language plpgsql as $$
  begin
    if new.erased_at is distinct from old.erased_at then
      if old.erased_at is not null or new.erased_at is null
         or to_jsonb(new) - array['body', 'proposed_wording', 'salt', 'normalised_hash', 'erased_at']
           is distinct from to_jsonb(old) - array['body', 'proposed_wording', 'salt', 'normalised_hash', 'erased_at'] then
        raise exception 'an erasure takes the words and the salt, once, and nothing else' using errcode = 'check_violation';
      end if;
      return new;
    end if;${orRedacted}
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
  end $$`;

const taken = `array['body', 'proposed_wording', 'salt', 'normalised_hash', 'redaction_id']`;

const orRedacted = `
    if new.redaction_id is distinct from old.redaction_id then
      if old.erased_at is not null or to_jsonb(new) - ${taken} is distinct from to_jsonb(old) - ${taken}
         or new.redaction_id is not null and not exists (
              select from hiding h join sealed_text t on t.id = h.id
               where h.id = new.redaction_id and h.remark_id = new.id and h.extent = 'PASSAGES' and h.state = 'IN_FORCE')
         or old.redaction_id is not null and exists (select from hiding h where h.id = old.redaction_id and h.state = 'IN_FORCE') then
        raise exception 'passages are redacted by a redaction in force and restored when it is lifted (REQ-116)' using errcode = 'check_violation';
      end if;
      return new;
    end if;`;

const quotes = (mayMove: string, orMoves: string) => `
  create or replace function span_quotes_its_remark() returns trigger language plpgsql as $$
  declare
    passage text;
  begin
    if tg_op = 'UPDATE' and new.quote = '—' and to_jsonb(new) - 'quote' = to_jsonb(old) - 'quote'
       and exists (select from point p join remark r on r.id = p.remark_id where p.id = old.point_id and r.erased_at is not null) then
      return new;
    end if;
    if tg_op <> 'INSERT'${mayMove} then
      raise exception 'a passage of a point never changes (REQ-50)' using errcode = 'check_violation';
    end if;${orMoves}
    select substr(case new.part when 'TEXT' then r.body else r.proposed_wording end, new.starts_at + 1, char_length(new.quote))
      into passage
      from point p join remark r on r.id = p.remark_id
     where p.id = new.point_id;
    if passage is distinct from new.quote then
      raise exception 'the remark does not have this passage at % (REQ-50)', new.starts_at using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

/** A deleted row has no new one to look at, so the operations are told apart first. */
const mayMove = ` and (tg_op = 'DELETE' or not exists (
         select from point p join hiding h on h.remark_id = p.remark_id
          where p.id = old.point_id and h.extent = 'PASSAGES' and h.state in ('IN_FORCE', 'LIFTED')))`;

const orMoves = `
    if tg_op = 'UPDATE' and (new.point_id, new.ordinal, new.part) is distinct from (old.point_id, old.ordinal, old.part) then
      raise exception 'a passage of a point never changes (REQ-50)' using errcode = 'check_violation';
    end if;`;

const hiddenWithAGround = (also: string) => `
  create or replace function remark_is_hidden_with_a_ground() returns trigger language plpgsql as $$
  begin
    if (new.state = 'HIDDEN') <> exists (select from hiding h where h.remark_id = new.id and h.state = 'IN_FORCE'${also}) then
      raise exception 'a remark is hidden by a hiding in force and shown when it is lifted (REQ-116)' using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

/**
 * REQ-116, decision 28: a hiding covers a whole text or passages of it. The redacted text stands in the remark, so that nothing that
 * reads a remark can tell the words; the text as it was received, with its salt, is sealed by a key outside the database. Who sent
 * it objects once to each act, and an officer who had no hand in it answers.
 */
export const PassagesRedacted = sqlMigration(
  45,
  'PassagesRedacted',
  [
    `alter table hiding add column extent text not null default 'WHOLE'`,
    `alter table hiding add constraint ck_hiding_extent check (extent in ('WHOLE', 'PASSAGES'))`,
    'drop index ix_hiding_standing',
    `create unique index ix_hiding_proposed on hiding (remark_id) where state = 'PROPOSED'`,
    `create unique index ix_hiding_in_force on hiding (remark_id, extent) where state = 'IN_FORCE'`,
    `create function hiding_keeps_its_extent() returns trigger language plpgsql as $$
     begin
       raise exception 'a hiding is never rewritten (REQ-116)' using errcode = 'check_violation';
     end $$`,
    `create trigger hiding_keeps_its_extent before update on hiding for each row
       when (new.extent is distinct from old.extent) execute function hiding_keeps_its_extent()`,
    `create table hiding_passage (
       hiding_id uuid not null,
       ordinal integer not null,
       part text not null,
       starts_at integer not null,
       length integer not null,
       constraint pk_hiding_passage primary key (hiding_id, ordinal),
       constraint fk_hiding_passage_hiding_id foreign key (hiding_id) references hiding (id),
       constraint ck_hiding_passage_part check (part in ('TEXT', 'WORDING')),
       constraint ck_hiding_passage_place check (starts_at >= 0 and length > 0)
     )`,
    `create trigger hiding_passage_stays_as_written before update or delete on hiding_passage
       for each row execute function stays_as_written()`,
    `create table sealed_text (
       id uuid not null,
       remark_id uuid not null,
       key_id text not null,
       sealed bytea not null,
       constraint pk_sealed_text primary key (id),
       constraint fk_sealed_text_remark_id foreign key (remark_id) references remark (id),
       constraint ck_sealed_text_sealed check (octet_length(sealed) > 28)
     )`,
    'create index ix_sealed_text_remark_id on sealed_text (remark_id)',
    'create index ix_sealed_text_key_id on sealed_text (key_id, id)',
    'alter table remark add column redaction_id uuid',
    `alter table remark add constraint ck_remark_redacted check (redaction_id is null or salt = '\\x')`,
    'drop trigger remark_changes_on_time on remark',
    changesOnTime('new.redaction_id is not distinct from old.redaction_id and '),
    keepsWhatCame(orRedacted),
    quotes(mayMove, orMoves),
    hiddenWithAGround(` and h.extent = 'WHOLE'`),
    `create table objection (
       id uuid not null,
       hiding_id uuid not null,
       made_at timestamptz not null default clock_timestamp(),
       outcome text,
       answer text,
       answered_by text,
       answered_at timestamptz,
       constraint pk_objection primary key (id),
       constraint uq_objection_hiding_id unique (hiding_id),
       constraint fk_objection_hiding_id foreign key (hiding_id) references hiding (id),
       constraint ck_objection_outcome check (outcome in ('UPHELD', 'DECLINED')),
       constraint ck_objection_answer check (char_length(answer) between 20 and 2000),
       constraint ck_objection_answered check (num_nulls(outcome, answer, answered_by, answered_at) in (0, 4))
     )`,
    'create index ix_objection_open on objection (made_at) where answered_at is null',
    `create function objection_is_answered_once() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' or old.answered_at is not null or new.answered_at is null
          or (new.id, new.hiding_id, new.made_at) is distinct from (old.id, old.hiding_id, old.made_at)
          or exists (select from hiding h where h.id = new.hiding_id and new.answered_by in (h.proposed_by, h.confirmed_by)) then
         raise exception 'an objection is answered once, by an official who had no hand in the act (REQ-116)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create trigger objection_is_answered_once before update or delete on objection
       for each row execute function objection_is_answered_once()`,
  ],
  [
    `do $$ begin
       if exists (select from remark where redaction_id is not null) then
         raise exception 'lift every redaction first: what is sealed is opened by the application alone' using errcode = 'check_violation';
       end if;
     end $$`,
    'drop table objection',
    'drop function objection_is_answered_once()',
    hiddenWithAGround(''),
    quotes('', ''),
    'drop trigger remark_changes_on_time on remark',
    changesOnTime(''),
    keepsWhatCame(''),
    'alter table remark drop constraint ck_remark_redacted',
    'alter table remark drop column redaction_id',
    'drop table sealed_text',
    'drop table hiding_passage',
    'drop trigger hiding_keeps_its_extent on hiding',
    'drop function hiding_keeps_its_extent()',
    'drop index ix_hiding_in_force',
    'drop index ix_hiding_proposed',
    `create unique index ix_hiding_standing on hiding (remark_id) where state in ('PROPOSED', 'IN_FORCE')`,
    'alter table hiding drop constraint ck_hiding_extent',
    'alter table hiding drop column extent',
  ],
);
