import { sqlMigration } from './sql-migration.js';

/** Roles belong to the whole server, so another database may have made it already, even at this moment. */
export const ApplicationRole = sqlMigration(
  1,
  'ApplicationRole',
  [
    `do $$
     begin
       if not exists (select from pg_roles where rolname = 'talqy_app') then
         create role talqy_app nologin;
       end if;
     exception when duplicate_object or unique_violation then null;
     end $$`,
    `do $$
     begin
       if not pg_has_role(current_user, 'talqy_app', 'member') then
         execute format('grant talqy_app to %I', current_user);
       end if;
     end $$`,
    'grant usage on schema public to talqy_app',
    'alter default privileges in schema public grant select, insert, update, delete on tables to talqy_app',
    'alter default privileges in schema public grant usage, select on sequences to talqy_app',
  ],
  [
    'alter default privileges in schema public revoke usage, select on sequences from talqy_app',
    'alter default privileges in schema public revoke select, insert, update, delete on tables from talqy_app',
    'revoke usage on schema public from talqy_app',
  ],
);
