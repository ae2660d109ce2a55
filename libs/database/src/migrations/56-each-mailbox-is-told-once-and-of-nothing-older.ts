import { sqlMigration } from './sql-migration.js';

/**
 * Decision 36. Who is told is gone through mailbox by mailbox, so that what a mailbox asked about a draft and about its body is met
 * together; of each it has one subscription. A walk that is under way here begins again: its letters keep their Message-IDs.
 * A notice has the instant of what it tells beside that at which it was written down, and who agreed between them is not told. That
 * a draft was approved is noticed later than it happened, so the dossier itself says when; what was approved before is no news.
 */
export const EachMailboxIsToldOnce = sqlMigration(
  56,
  'EachMailboxIsToldOnce',
  [
    'alter table subscriber_notice add column mailbox bytea',
    'alter table subscriber_notice add column happened_at timestamptz',
    'update subscriber_notice set happened_at = told_at',
    'alter table subscriber_notice alter column happened_at set default clock_timestamp(), alter column happened_at set not null',
    'drop index ix_subscription_discussion_id',
    'drop index ix_subscription_body_id',
    'create unique index ix_subscription_discussion_id on subscription (discussion_id, address_index) where confirmed_at is not null',
    'create unique index ix_subscription_body_id on subscription (body_id, address_index) where confirmed_at is not null',
    'alter table procedure add column approved_at timestamptz',
    `create function procedure_is_approved_at() returns trigger language plpgsql as $$
     begin
       new.approved_at := case when tg_op = 'UPDATE' and old.state in ('APPROVED', 'IN_FORCE', 'AMENDING') then old.approved_at
                               when new.state in ('APPROVED', 'IN_FORCE', 'AMENDING') then clock_timestamp() end;
       return new;
     end $$`,
    `create trigger procedure_is_approved_at before insert or update of state, approved_at on procedure for each row
     execute function procedure_is_approved_at()`,
  ],
  [
    'drop trigger procedure_is_approved_at on procedure',
    'drop function procedure_is_approved_at()',
    'alter table procedure drop column approved_at',
    'drop index ix_subscription_discussion_id',
    'drop index ix_subscription_body_id',
    'create index ix_subscription_discussion_id on subscription (discussion_id, id) where confirmed_at is not null',
    'create index ix_subscription_body_id on subscription (body_id, id) where confirmed_at is not null',
    'alter table subscriber_notice drop column happened_at',
    'alter table subscriber_notice drop column mailbox',
  ],
);
