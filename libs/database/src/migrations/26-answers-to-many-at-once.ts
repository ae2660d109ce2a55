import { sqlMigration } from './sql-migration.js';

/** The rule of a table asked once a statement, of the rows it wrote: an answer to half a million remarks is one statement. */
const once = (table: 'point' | 'decision', rule: string, act: 'insert' | 'update'): string =>
  `create trigger ${rule}_at_${act} after ${act} on ${table}
     referencing new table as written for each statement execute function ${rule}()`;

/**
 * REQ-44, REQ-55, REQ-56: the same rules of points and decisions as before, checked for all the rows of a statement together.
 * A remark of a group is answered with its group; that is a rule of the acts, a group's answers may part for a moment.
 */
export const AnswersToMany = sqlMigration(
  26,
  'AnswersToMany',
  [
    'drop trigger point_precedes_the_report on point',
    'drop trigger decision_precedes_the_report on decision',
    'drop trigger decision_comes_after_the_close on decision',
    `create or replace function point_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if exists (select from (select distinct r.discussion_id from written w join remark r on r.id = w.remark_id) d
                   where report_is_signed(d.discussion_id)) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return null;
     end $$`,
    `create or replace function decision_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if exists (select from (select distinct r.discussion_id from written w join point p on p.id = w.point_id
                                 join remark r on r.id = p.remark_id) d
                   where report_is_signed(d.discussion_id)) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return null;
     end $$`,
    `create or replace function decision_comes_after_the_close() returns trigger language plpgsql as $$
     begin
       if exists (select from written w join point p on p.id = w.point_id join remark r on r.id = p.remark_id
                    join discussion s on s.id = r.discussion_id
                   where r.state <> 'RECEIVED' or s.state <> 'CLOSED') then
         raise exception 'a decision is made after the close, about a standing remark (REQ-55)' using errcode = 'check_violation';
       end if;
       return null;
     end $$`,
    once('point', 'point_precedes_the_report', 'insert'),
    once('point', 'point_precedes_the_report', 'update'),
    once('decision', 'decision_precedes_the_report', 'insert'),
    once('decision', 'decision_precedes_the_report', 'update'),
    once('decision', 'decision_comes_after_the_close', 'insert'),
  ],
  [
    ...['insert', 'update'].map((act) => `drop trigger point_precedes_the_report_at_${act} on point`),
    ...['insert', 'update'].map((act) => `drop trigger decision_precedes_the_report_at_${act} on decision`),
    'drop trigger decision_comes_after_the_close_at_insert on decision',
    `create or replace function decision_comes_after_the_close() returns trigger language plpgsql as $$
     begin
       if not exists (
         select from point p join remark r on r.id = p.remark_id join discussion s on s.id = r.discussion_id
          where p.id = new.point_id and r.state = 'RECEIVED' and s.state = 'CLOSED'
       ) then
         raise exception 'a decision is made after the close, about a standing remark (REQ-55)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    `create or replace function point_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed((select r.discussion_id from remark r where r.id = coalesce(new.remark_id, old.remark_id))) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    `create or replace function decision_precedes_the_report() returns trigger language plpgsql as $$
     begin
       if report_is_signed((select r.discussion_id from point p join remark r on r.id = p.remark_id where p.id = new.point_id)) then
         raise exception 'the report on this discussion is signed (REQ-56)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger decision_comes_after_the_close before insert on decision for each row execute function decision_comes_after_the_close()',
    'create trigger point_precedes_the_report before insert or update or delete on point for each row execute function point_precedes_the_report()',
    'create trigger decision_precedes_the_report before insert or update on decision for each row execute function decision_precedes_the_report()',
  ],
);
