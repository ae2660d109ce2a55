import { sqlMigration } from './sql-migration.js';

/**
 * Decision 36. A mailbox asks for letters about one draft or about the drafts of one body; until it has agreed the row has the hash of
 * the token of its letter and a term, afterwards neither. Its address is sealed, equal ones are found by a blind index. What is to be
 * told of is written down once, and the letters follow from it.
 */
export const LettersToWhoAsks = sqlMigration(
  53,
  'LettersToWhoAsks',
  [
    `create table subscription (
       id uuid not null,
       discussion_id uuid,
       body_id uuid,
       scope text not null,
       language text not null,
       token_hash bytea,
       address_index bytea not null,
       key_id text not null,
       sealed bytea not null,
       created_at timestamptz not null default clock_timestamp(),
       expires_at timestamptz,
       confirmed_at timestamptz,
       constraint pk_subscription primary key (id),
       constraint uq_subscription_token_hash unique (token_hash),
       constraint fk_subscription_discussion_id foreign key (discussion_id) references discussion (id),
       constraint fk_subscription_body_id foreign key (body_id) references state_body (id),
       constraint ck_subscription_target check (num_nonnulls(discussion_id, body_id) = 1),
       constraint ck_subscription_scope check (scope in ('NEW', 'ALL') and (scope = 'ALL' or body_id is not null)),
       constraint ck_subscription_language check (language in ('kk', 'ru', 'en')),
       constraint ck_subscription_sealed check (octet_length(sealed) > 28),
       constraint ck_subscription_confirmed check (num_nulls(confirmed_at) = num_nonnulls(token_hash) and num_nonnulls(token_hash) = num_nonnulls(expires_at))
     )`,
    'create index ix_subscription_address_index on subscription (address_index)',
    'create index ix_subscription_expires_at on subscription (expires_at) where expires_at is not null',
    'create index ix_subscription_discussion_id on subscription (discussion_id, id) where confirmed_at is not null',
    'create index ix_subscription_body_id on subscription (body_id, id) where confirmed_at is not null',
    `create table subscriber_notice (
       id uuid not null,
       discussion_id uuid not null,
       body_id uuid not null,
       happening text not null,
       about text not null,
       told_at timestamptz not null default clock_timestamp(),
       reached uuid not null default '00000000-0000-0000-0000-000000000000',
       constraint pk_subscriber_notice primary key (id),
       constraint uq_subscriber_notice_discussion_id_happening_about unique (discussion_id, happening, about),
       constraint fk_subscriber_notice_discussion_id foreign key (discussion_id) references discussion (id),
       constraint fk_subscriber_notice_body_id foreign key (body_id) references state_body (id),
       constraint ck_subscriber_notice_happening check (happening in ('OPENED', 'EXTENDED', 'CLOSING_SOON', 'CLOSED', 'REPORTED', 'WITHDRAWN', 'APPROVED'))
     )`,
  ],
  ['drop table subscriber_notice', 'drop table subscription'],
);
