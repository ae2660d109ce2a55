import { sqlMigration } from './sql-migration.js';

const tables = [
  `create table grouping_run (
     id uuid not null,
     discussion_id uuid not null,
     state text not null,
     stage text not null,
     done integer not null default 0,
     total integer not null default 0,
     requested_by text not null,
     requested_at timestamptz not null default clock_timestamp(),
     started_at timestamptz,
     finished_at timestamptz,
     error text,
     constraint pk_grouping_run primary key (id),
     constraint fk_grouping_run_discussion_id foreign key (discussion_id) references discussion (id),
     constraint ck_grouping_run_state check (state in ('RUNNING', 'DONE', 'FAILED')),
     constraint ck_grouping_run_stage check (stage in ('WAITING', 'READING', 'COMPARING', 'WRITING'))
   )`,
  `create unique index ix_grouping_run_running on grouping_run (discussion_id) where state = 'RUNNING'`,
  'create index ix_grouping_run_discussion_id on grouping_run (discussion_id, requested_at)',
  `create table text_signature (
     discussion_id uuid not null,
     normalised_hash bytea not null,
     no integer not null,
     signature bit(1024) not null,
     root integer not null,
     constraint pk_text_signature primary key (discussion_id, normalised_hash)
   )`,
  `create table signature_band (
     discussion_id uuid not null,
     band smallint not null,
     key integer not null,
     texts integer[] not null,
     constraint pk_signature_band primary key (discussion_id, band, key)
   )`,
  `create table remark_group (
     id uuid not null,
     discussion_id uuid not null,
     no integer not null,
     kind text not null,
     representative_id uuid not null,
     confirmed_by text not null,
     confirmed_at timestamptz not null,
     dissolved_by text,
     dissolved_at timestamptz,
     constraint pk_remark_group primary key (id),
     constraint uq_remark_group_discussion_id_no unique (discussion_id, no),
     constraint fk_remark_group_discussion_id foreign key (discussion_id) references discussion (id),
     constraint fk_remark_group_representative_id foreign key (representative_id) references remark (id),
     constraint ck_remark_group_kind check (kind in ('EXACT', 'NEAR', 'SAME_SENDER', 'BY_HAND')),
     constraint ck_remark_group_dissolved check ((dissolved_by is null) = (dissolved_at is null))
   )`,
  `create table remark_group_member (
     group_id uuid not null,
     remark_id uuid not null,
     joined_at timestamptz not null default clock_timestamp(),
     left_at timestamptz,
     constraint pk_remark_group_member primary key (group_id, remark_id, joined_at),
     constraint fk_remark_group_member_group_id foreign key (group_id) references remark_group (id),
     constraint fk_remark_group_member_remark_id foreign key (remark_id) references remark (id)
   )`,
  'create unique index ix_remark_group_member_live on remark_group_member (remark_id) where left_at is null',
  `create table remark_kept_apart (
     group_id uuid not null,
     remark_id uuid not null,
     constraint pk_remark_kept_apart primary key (group_id, remark_id),
     constraint fk_remark_kept_apart_group_id foreign key (group_id) references remark_group (id),
     constraint fk_remark_kept_apart_remark_id foreign key (remark_id) references remark (id)
   )`,
  `create table group_suggestion (
     id uuid not null,
     discussion_id uuid not null,
     kind text not null,
     state text not null,
     representative_id uuid not null,
     joins_group_id uuid,
     size integer not null,
     authors integer not null,
     least_likeness smallint not null,
     members_sha256 bytea not null,
     constraint pk_group_suggestion primary key (id),
     constraint fk_group_suggestion_discussion_id foreign key (discussion_id) references discussion (id),
     constraint fk_group_suggestion_representative_id foreign key (representative_id) references remark (id),
     constraint fk_group_suggestion_joins_group_id foreign key (joins_group_id) references remark_group (id),
     constraint ck_group_suggestion_kind check (kind in ('EXACT', 'NEAR', 'SAME_SENDER')),
     constraint ck_group_suggestion_state check (state in ('OPEN', 'CONFIRMED', 'DISMISSED'))
   )`,
  `create index ix_group_suggestion_open on group_suggestion (discussion_id, size, id) where state = 'OPEN'`,
  `create table group_suggestion_member (
     remark_id uuid not null,
     suggestion_id uuid not null,
     likeness smallint not null,
     constraint pk_group_suggestion_member primary key (remark_id, suggestion_id),
     constraint fk_group_suggestion_member_suggestion_id foreign key (suggestion_id) references group_suggestion (id) on delete cascade,
     constraint ck_group_suggestion_member_likeness check (likeness between 0 and 64)
   )`,
  `create index ix_group_suggestion_member_suggestion_id on group_suggestion_member (suggestion_id, likeness, remark_id)`,
  `create table group_dismissal (
     discussion_id uuid not null,
     members_sha256 bytea not null,
     dismissed_by text not null,
     dismissed_at timestamptz not null,
     constraint pk_group_dismissal primary key (discussion_id, members_sha256),
     constraint fk_group_dismissal_discussion_id foreign key (discussion_id) references discussion (id)
   )`,
];

/** What SQL needs to know of signatures and groups. The lowest bit of each sixteen is folded from all of them, then counted. */
const functions = [
  `create function signature_likeness(a bit, b bit) returns smallint language plpgsql immutable strict parallel safe as $$
   declare
     differs bit(1024) := a # b;
   begin
     differs := differs | (differs >> 8);
     differs := differs | (differs >> 4);
     differs := differs | (differs >> 2);
     differs := differs | (differs >> 1);
     return 64 - bit_count(differs & x'${'0001'.repeat(64)}');
   end $$`,
  `create function grouping_is_open(discussion uuid) returns boolean language sql stable as $$
     select exists (select from discussion d where d.id = discussion and d.state = 'CLOSED') and not report_is_signed(discussion)
   $$`,
  `create view standing_member as
     select m.group_id, m.remark_id, g.discussion_id, g.no as group_no, r.number, r.received_at
       from remark_group_member m
       join remark_group g on g.id = m.group_id
       join remark r on r.id = m.remark_id
      where m.left_at is null and r.state = 'RECEIVED'`,
  'grant select on standing_member to talqy_app',
  `create function group_representative(of_group uuid) returns uuid language sql stable as $$
     select m.remark_id from standing_member m join remark_group g on g.id = m.group_id
      where m.group_id = of_group
      order by m.remark_id = g.representative_id desc, m.received_at, m.remark_id limit 1
   $$`,
];

const rules = [
  `create function members_join_while_open() returns trigger language plpgsql as $$
   begin
     if exists (select from (select distinct g.discussion_id from changed c join remark_group g on g.id = c.group_id) d
                 where not grouping_is_open(d.discussion_id)) then
       raise exception 'remarks are grouped after the close, until the report is signed (REQ-44)' using errcode = 'check_violation';
     end if;
     if tg_op = 'INSERT' and exists (
       select from changed c join remark_group g on g.id = c.group_id join remark r on r.id = c.remark_id
        where r.discussion_id <> g.discussion_id or r.state <> 'RECEIVED' or g.dissolved_at is not null) then
       raise exception 'a group is of standing remarks of one discussion (REQ-44)' using errcode = 'check_violation';
     end if;
     return null;
   end $$`,
  `create trigger members_join_while_open after insert on remark_group_member
     referencing new table as changed for each statement execute function members_join_while_open()`,
  `create trigger members_leave_while_open after update on remark_group_member
     referencing new table as changed for each statement execute function members_join_while_open()`,
  `create function member_only_leaves() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and old.left_at is null and new.left_at is not null
        and (old.group_id, old.remark_id, old.joined_at) = (new.group_id, new.remark_id, new.joined_at) then
       return new;
     end if;
     raise exception 'who was in a group and when never changes (REQ-44)' using errcode = 'check_violation';
   end $$`,
  'create trigger member_only_leaves before update or delete on remark_group_member for each row execute function member_only_leaves()',
  `create function group_stays_as_confirmed() returns trigger language plpgsql as $$
   begin
     if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.dissolved_at is null
        and (old.id, old.discussion_id, old.no, old.kind, old.confirmed_by, old.confirmed_at)
          = (new.id, new.discussion_id, new.no, new.kind, new.confirmed_by, new.confirmed_at) then
       if grouping_is_open(new.discussion_id) then return new; end if;
       raise exception 'remarks are grouped after the close, until the report is signed (REQ-44)' using errcode = 'check_violation';
     end if;
     raise exception 'a group is never deleted, and a dissolved one never changes (REQ-44)' using errcode = 'check_violation';
   end $$`,
  `create trigger group_stays_as_confirmed before insert or update or delete on remark_group
     for each row execute function group_stays_as_confirmed()`,
];

/**
 * REQ-43, REQ-44, AMB-10: similar remarks are suggested, a person makes groups of them; a remark is in one group at most and keeps
 * its number, sender and instant. Distinct texts only have a signature, and of its bands only those that texts share are kept. Runs, signatures and suggestions are made anew at any time; groups and their members never vanish.
 * Whether groups may change is asked in one place, `grouping_is_open`.
 */
export const SimilarRemarks = sqlMigration(
  18,
  'SimilarRemarks',
  [...tables, ...functions, ...rules],
  [
    'drop function group_representative(uuid)',
    'drop view standing_member',
    'drop table group_dismissal',
    'drop table group_suggestion_member',
    'drop table group_suggestion',
    'drop table remark_kept_apart',
    'drop table remark_group_member',
    'drop table remark_group',
    'drop function group_stays_as_confirmed()',
    'drop function member_only_leaves()',
    'drop function members_join_while_open()',
    'drop function grouping_is_open(uuid)',
    'drop function signature_likeness(bit, bit)',
    'drop table signature_band',
    'drop table text_signature',
    'drop table grouping_run',
  ],
);
