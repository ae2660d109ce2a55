import { sqlMigration } from './sql-migration.js';

const changesOnTime = (also: string) => `
  create trigger remark_changes_on_time before update on remark for each row
    when (${also}(new.received_at, new.revised_at, new.withdrawn_at, new.kind, new.body, new.proposed_wording, new.anchors)
      is distinct from (old.received_at, old.revised_at, old.withdrawn_at, old.kind, old.body, old.proposed_wording, old.anchors))
    execute function remark_arrives_on_time()`;

const keepsWhatCame = (first: string) => `
  create or replace function remark_keeps_what_came() returns trigger language plpgsql as $$
  begin${first}
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

const orErased = `
    if new.erased_at is distinct from old.erased_at then
      if old.erased_at is not null or new.erased_at is null
         or to_jsonb(new) - array['body', 'proposed_wording', 'salt', 'normalised_hash', 'erased_at']
           is distinct from to_jsonb(old) - array['body', 'proposed_wording', 'salt', 'normalised_hash', 'erased_at'] then
        raise exception 'an erasure takes the words and the salt, once, and nothing else' using errcode = 'check_violation';
      end if;
      return new;
    end if;`;

/** A trigger that keeps rows as they are, but for the words of an erased remark. */
const staysUnless = (name: string, table: string, isErased: string) => [
  `create function ${name}() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and ${isErased} then return new; end if;
     raise exception 'a row of ${table} never changes (REQ-116)' using errcode = 'check_violation';
   end $$`,
  `create trigger ${name} before update or delete on ${table} for each row execute function ${name}()`,
];

const quotes = (first: string) => `
  create or replace function span_quotes_its_remark() returns trigger language plpgsql as $$
  declare
    passage text;
  begin${first}
    if tg_op <> 'INSERT' then
      raise exception 'a passage of a point never changes (REQ-50)' using errcode = 'check_violation';
    end if;
    select substr(case new.part when 'TEXT' then r.body else r.proposed_wording end, new.starts_at + 1, char_length(new.quote))
      into passage
      from point p join remark r on r.id = p.remark_id
     where p.id = new.point_id;
    if passage is distinct from new.quote then
      raise exception 'the remark does not have this passage at % (REQ-50)', new.starts_at using errcode = 'check_violation';
    end if;
    return new;
  end $$`;

const fileStays = (or: string) => `
  create or replace function claimed_file_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' then
      if old.claimed_at is null or old.purpose = 'RENDERING' then return old; end if;
    elsif to_jsonb(old) - 'claimed_at' - 'content' = to_jsonb(new) - 'claimed_at' - 'content'
       and new.content is not distinct from old.content and (old.claimed_at is null or new.claimed_at = old.claimed_at)${or} then
      return new;
    end if;
    raise exception 'a stored file never changes, and a claimed one stays (REQ-116)' using errcode = 'check_violation';
  end $$`;

const chunkStays = (gone: string) => `
  create or replace function chunk_of_a_file_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and not exists (select from stored_file f where f.id = old.file_id${gone}) then
      return old;
    end if;
    raise exception 'a stored file never changes (REQ-116)' using errcode = 'check_violation';
  end $$`;

const without = `array['body', 'proposed_wording', 'salt']`;

/**
 * Decision 22: the words, the salt, the files and the sender of a remark can be erased; its number, instants, decisions and
 * commitment stay. The database lets an erasure take the words and nothing else, once, and keeps refusing every other change.
 */
export const TextsErased = sqlMigration(
  38,
  'TextsErased',
  [
    'alter table remark add column erased_at timestamptz',
    `alter table remark add constraint ck_remark_erased
       check (erased_at is null or body = '—' and proposed_wording is null and salt = '\\x')`,
    'drop trigger remark_changes_on_time on remark',
    changesOnTime('new.erased_at is not distinct from old.erased_at and '),
    keepsWhatCame(orErased),
    'drop trigger remark_revision_stays_as_written on remark_revision',
    ...staysUnless(
      'revision_stays_unless_erased',
      'remark_revision',
      `new.body = '—' and new.proposed_wording is null and new.salt = '\\x'
         and to_jsonb(new) - ${without} = to_jsonb(old) - ${without}
         and exists (select from remark r where r.id = old.remark_id and r.erased_at is not null)`,
    ),
    quotes(`
    if tg_op = 'UPDATE' and new.quote = '—' and to_jsonb(new) - 'quote' = to_jsonb(old) - 'quote'
       and exists (select from point p join remark r on r.id = p.remark_id where p.id = old.point_id and r.erased_at is not null) then
      return new;
    end if;`),
    'alter table stored_file add column erased_at timestamptz',
    'alter table stored_file drop constraint ck_stored_file_size',
    `alter table stored_file add constraint ck_stored_file_size
       check (size >= 0 and (content is null or octet_length(content) = case when erased_at is null then size else 0 end))`,
    fileStays(`
       or old.erased_at is null and new.erased_at is not null and old.purpose in ('ATTACHMENT', 'SCAN') and new.content = '\\x'
       and to_jsonb(old) - array['content', 'name', 'erased_at'] = to_jsonb(new) - array['content', 'name', 'erased_at']`),
    chunkStays(' and f.erased_at is null'),
    `create table erasure_request (
       remark_id uuid not null,
       requested_at timestamptz not null default clock_timestamp(),
       settled_at timestamptz,
       settled_by text,
       constraint pk_erasure_request primary key (remark_id),
       constraint fk_erasure_request_remark_id foreign key (remark_id) references remark (id),
       constraint ck_erasure_request_settled check ((settled_at is null) = (settled_by is null))
     )`,
    'create index ix_erasure_request_open on erasure_request (requested_at) where settled_at is null',
  ],
  [
    'drop table erasure_request',
    chunkStays(''),
    fileStays(''),
    'alter table stored_file drop constraint ck_stored_file_size',
    `update stored_file set size = 0 where erased_at is not null`,
    'alter table stored_file drop column erased_at',
    `alter table stored_file add constraint ck_stored_file_size check (size >= 0 and (content is null or octet_length(content) = size))`,
    quotes(''),
    'drop trigger revision_stays_unless_erased on remark_revision',
    'drop function revision_stays_unless_erased()',
    `create trigger remark_revision_stays_as_written before update or delete on remark_revision for each row execute function stays_as_written()`,
    keepsWhatCame(''),
    'drop trigger remark_changes_on_time on remark',
    changesOnTime(''),
    'alter table remark drop constraint ck_remark_erased',
    'alter table remark drop column erased_at',
  ],
);
