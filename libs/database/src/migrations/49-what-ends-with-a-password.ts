import { sqlMigration } from './sql-migration.js';

const tokensEndWhen = (condition: string) => [
  'drop trigger tokens_end_with_their_officer on officer',
  `create trigger tokens_end_with_their_officer after update on officer for each row
     when (${condition}) execute function tokens_end_with_their_officer()`,
];
const LEFT = 'old.is_active and not new.is_active or old.body_id is distinct from new.body_id';
const NEW_PASSWORD = 'old.password_hash is distinct from new.password_hash';

/**
 * Who sets a new password, or loses the factor, may fear that somebody else got in: tokens made meanwhile end as sessions do, and a
 * letter's link to set the password does not outlive it. A factor that is sealed anew or replaced by its owner leaves the tokens.
 */
export const WhatEndsWithAPassword = sqlMigration(
  49,
  'WhatEndsWithAPassword',
  [
    ...tokensEndWhen(`${LEFT} or ${NEW_PASSWORD}`),
    `create function tokens_end_with_their_factor() returns trigger language plpgsql as $$
     begin
       update api_token set revoked_at = clock_timestamp() where officer_id = old.officer_id and revoked_at is null;
       return null;
     end $$`,
    `create trigger tokens_end_with_their_factor after delete on officer_factor for each row
       execute function tokens_end_with_their_factor()`,
    `create function links_end_with_their_password() returns trigger language plpgsql as $$
     begin
       update password_reset set used_at = clock_timestamp(), sealed_token = null
        where officer_id = new.id and used_at is null;
       return null;
     end $$`,
    `create trigger links_end_with_their_password after update on officer for each row
       when (${NEW_PASSWORD}) execute function links_end_with_their_password()`,
  ],
  [
    'drop trigger links_end_with_their_password on officer',
    'drop function links_end_with_their_password()',
    'drop trigger tokens_end_with_their_factor on officer_factor',
    'drop function tokens_end_with_their_factor()',
    ...tokensEndWhen(LEFT),
  ],
);
