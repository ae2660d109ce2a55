import { sqlMigration } from './sql-migration.js';

/** A2.T4, REQ-50..53: each point has one current decision; earlier ones stay. "Partly" is derived, never stored. */
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
  ],
  ['drop table decision', 'drop table point'],
);
