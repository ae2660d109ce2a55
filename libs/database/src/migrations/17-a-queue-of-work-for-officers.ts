import { sqlMigration } from './sql-migration.js';

/**
 * Who of the developing body works on which remark until when, what they note for each other, and the grounds they start from.
 * Nothing of it is public, and nothing of it is part of the report.
 */
export const QueueOfWork = sqlMigration(
  17,
  'QueueOfWork',
  [
    `create table remark_assignment (
       remark_id uuid not null,
       officer_id uuid not null,
       due_on date,
       assigned_by text not null,
       assigned_at timestamptz not null,
       constraint pk_remark_assignment primary key (remark_id),
       constraint fk_remark_assignment_remark_id foreign key (remark_id) references remark (id),
       constraint fk_remark_assignment_officer_id foreign key (officer_id) references officer (id)
     )`,
    'create index ix_remark_assignment_officer_id on remark_assignment (officer_id)',
    `create table remark_flag (
       remark_id uuid not null,
       flagged_by text not null,
       flagged_at timestamptz not null,
       constraint pk_remark_flag primary key (remark_id),
       constraint fk_remark_flag_remark_id foreign key (remark_id) references remark (id)
     )`,
    `create table remark_note (
       id uuid not null,
       remark_id uuid not null,
       author_id uuid not null,
       body text not null,
       written_at timestamptz not null,
       constraint pk_remark_note primary key (id),
       constraint fk_remark_note_remark_id foreign key (remark_id) references remark (id),
       constraint fk_remark_note_author_id foreign key (author_id) references officer (id),
       constraint ck_remark_note_body check (char_length(body) between 1 and 5000)
     )`,
    'create index ix_remark_note_remark_id on remark_note (remark_id, written_at)',
    `create table remark_note_mention (
       note_id uuid not null,
       officer_id uuid not null,
       read_at timestamptz,
       constraint pk_remark_note_mention primary key (note_id, officer_id),
       constraint fk_remark_note_mention_note_id foreign key (note_id) references remark_note (id),
       constraint fk_remark_note_mention_officer_id foreign key (officer_id) references officer (id)
     )`,
    'create index ix_remark_note_mention_unread on remark_note_mention (officer_id) where read_at is null',
    `create table ground_template (
       id uuid not null,
       body_id uuid not null,
       name text not null,
       reason_code text not null,
       ground_kk text not null,
       ground_ru text not null,
       saved_by text not null,
       saved_at timestamptz not null,
       archived_at timestamptz,
       constraint pk_ground_template primary key (id),
       constraint fk_ground_template_body_id foreign key (body_id) references state_body (id)
     )`,
    'create unique index ix_ground_template_name on ground_template (body_id, name) where archived_at is null',
  ],
  [
    'drop table ground_template',
    'drop table remark_note_mention',
    'drop table remark_note',
    'drop table remark_flag',
    'drop table remark_assignment',
  ],
);
