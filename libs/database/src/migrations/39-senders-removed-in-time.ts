import { sqlMigration } from './sql-migration.js';

/** How far the removal of the senders of a discussion has come, when the profile's time after the signing is over. */
export const SendersRemovedInTime = sqlMigration(
  39,
  'SendersRemovedInTime',
  [
    `create table sender_removal (
       discussion_id uuid not null,
       began_at timestamptz not null,
       ended_at timestamptz,
       senders integer not null,
       constraint pk_sender_removal primary key (discussion_id),
       constraint fk_sender_removal_discussion_id foreign key (discussion_id) references discussion (id),
       constraint ck_sender_removal_senders check (senders >= 0)
     )`,
  ],
  ['drop table sender_removal'],
);
