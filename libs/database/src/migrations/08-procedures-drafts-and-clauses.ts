import { sqlMigration } from './sql-migration.js';

/**
 * One dossier per standard (R5, REQ-02); versions of its draft, immutable once placed (REQ-23); clauses with a lineage
 * (REQ-24). `level` is 1 at the top; a part stands in the nearest one before it of a smaller level.
 */
export const Drafting = sqlMigration(
  8,
  'Drafting',
  [
    `create table procedure (
       id uuid not null,
       kind text not null,
       service_id uuid,
       developer_id uuid not null,
       title_kk text not null,
       title_ru text not null,
       title_en text,
       profile_family text not null,
       state text not null,
       created_at timestamptz not null,
       constraint pk_procedure primary key (id),
       constraint fk_procedure_service_id foreign key (service_id) references public_service (id),
       constraint fk_procedure_developer_id foreign key (developer_id) references state_body (id),
       constraint ck_procedure_kind check (kind in ('NEW_STANDARD', 'AMENDMENT', 'OTHER_DRAFT')),
       constraint ck_procedure_state check (state in ('REGISTERED', 'DRAFTING', 'OPEN', 'CLOSED', 'CONSIDERED', 'REPORTED',
         'IN_AGREEMENT', 'APPROVED', 'IN_FORCE', 'AMENDING', 'RETURNED', 'WITHDRAWN'))
     )`,
    'create index ix_procedure_service_id on procedure (service_id)',
    'create index ix_procedure_developer_id on procedure (developer_id)',
    `create unique index ix_procedure_one_standard on procedure (service_id) where kind = 'NEW_STANDARD' and state <> 'WITHDRAWN'`,
    `create table draft_version (
       id uuid not null,
       procedure_id uuid not null,
       version integer not null,
       title_kk text not null,
       title_ru text not null,
       title_en text,
       text_sha256 bytea not null,
       frozen_at timestamptz,
       created_by text not null,
       created_at timestamptz not null,
       constraint pk_draft_version primary key (id),
       constraint uq_draft_version_procedure_id_version unique (procedure_id, version),
       constraint fk_draft_version_procedure_id foreign key (procedure_id) references procedure (id)
     )`,
    `create table clause (
       version_id uuid not null,
       position integer not null,
       lineage_id uuid not null,
       kind text not null,
       level integer not null,
       label text not null,
       text_kk text not null,
       text_ru text not null,
       text_en text,
       constraint pk_clause primary key (version_id, position),
       constraint uq_clause_version_id_lineage_id unique (version_id, lineage_id),
       constraint fk_clause_version_id foreign key (version_id) references draft_version (id),
       constraint ck_clause_kind check (kind in ('SECTION', 'CLAUSE'))
     )`,
    `create function draft_version_stays_as_placed() returns trigger language plpgsql as $$
     begin
       if old.frozen_at is not null and new is distinct from old then
         raise exception 'a placed version never changes (REQ-23)' using errcode = 'check_violation';
       end if;
       return coalesce(new, old);
     end $$`,
    'create trigger draft_version_stays_as_placed before update or delete on draft_version for each row execute function draft_version_stays_as_placed()',
    `create function clause_of_placed_version_stays() returns trigger language plpgsql as $$
     declare
       frozen boolean;
     begin
       for frozen in
         select v.frozen_at is not null from draft_version v where v.id in (old.version_id, new.version_id) for share
       loop
         if frozen then
           raise exception 'the text of a placed version never changes (REQ-23)' using errcode = 'check_violation';
         end if;
       end loop;
       return coalesce(new, old);
     end $$`,
    'create trigger clause_of_placed_version_stays before insert or update or delete on clause for each row execute function clause_of_placed_version_stays()',
  ],
  [
    'drop table clause',
    'drop function clause_of_placed_version_stays()',
    'drop table draft_version',
    'drop function draft_version_stays_as_placed()',
    'drop table procedure',
  ],
);
