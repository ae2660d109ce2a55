import { sqlMigration } from './sql-migration.js';

/**
 * A2.T4, REQ-50..56: each point has one current decision; earlier ones stay as they were made. "Partly" is derived, never
 * stored. Nothing is decided before the close (REQ-55), nor about a remark that was withdrawn or hidden.
 */
export const Consideration = sqlMigration(
  11,
  'Consideration',
  [
    `create table point (
       id uuid not null,
       remark_id uuid not null,
       position integer not null,
       constraint pk_point primary key (id),
       constraint uq_point_remark_id_position unique (remark_id, position),
       constraint fk_point_remark_id foreign key (remark_id) references remark (id)
     )`,
    `create table decision (
       id uuid not null,
       point_id uuid not null,
       version integer not null,
       outcome text not null,
       reason_code text not null,
       ground_kk text not null,
       ground_ru text not null,
       changed_clause uuid,
       no_change_kk text,
       no_change_ru text,
       decided_by text not null,
       decided_at timestamptz not null,
       superseded_at timestamptz,
       constraint pk_decision primary key (id),
       constraint uq_decision_point_id_version unique (point_id, version),
       constraint fk_decision_point_id foreign key (point_id) references point (id),
       constraint ck_decision_outcome check (outcome in ('TAKEN_INTO_ACCOUNT', 'NOT_TAKEN_INTO_ACCOUNT')),
       constraint ck_decision_ground check (btrim(ground_kk) <> '' and btrim(ground_ru) <> '')
     )`,
    'create unique index ix_decision_current on decision (point_id) where superseded_at is null',
    `create function decision_comes_after_the_close() returns trigger language plpgsql as $$
     begin
       if not exists (
         select from point p join remark r on r.id = p.remark_id join discussion s on s.id = r.discussion_id
          where p.id = new.point_id and r.state = 'RECEIVED' and s.state = 'CLOSED'
       ) then
         raise exception 'a decision is made after the close, about a standing remark (REQ-55)' using errcode = 'check_violation';
       end if;
       return new;
     end $$`,
    'create trigger decision_comes_after_the_close before insert on decision for each row execute function decision_comes_after_the_close()',
    `create function decision_is_only_superseded() returns trigger language plpgsql as $$
     begin
       if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null
          and to_jsonb(old) - 'superseded_at' = to_jsonb(new) - 'superseded_at' then
         return new;
       end if;
       raise exception 'a decision is only superseded by a later one (REQ-56)' using errcode = 'check_violation';
     end $$`,
    'create trigger decision_is_only_superseded before update or delete on decision for each row execute function decision_is_only_superseded()',
  ],
  [
    'drop table decision',
    'drop function decision_comes_after_the_close()',
    'drop function decision_is_only_superseded()',
    'drop table point',
  ],
);
