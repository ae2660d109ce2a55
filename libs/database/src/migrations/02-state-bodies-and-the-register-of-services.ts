import { sqlMigration } from './sql-migration.js';

/** R4, R5, R9: who develops, who agrees, and the register entry a new standard starts from. */
export const ServiceRegister = sqlMigration(
  2,
  'ServiceRegister',
  [
    `create table state_body (
       id uuid not null,
       code text not null,
       kind text not null,
       name_kk text not null,
       name_ru text not null,
       name_en text,
       subordinate_to_president boolean not null default false,
       authority text,
       resource_url text,
       constraint pk_state_body primary key (id),
       constraint uq_state_body_code unique (code),
       constraint ck_state_body_kind check (kind in ('CENTRAL', 'FOREIGN_MISSION', 'LOCAL_EXECUTIVE', 'AKIM', 'OTHER')),
       constraint ck_state_body_authority check (authority in ('PUBLIC_SERVICES', 'INFORMATISATION', 'PRESIDENTIAL_ADMINISTRATION'))
     )`,
    'create unique index ix_state_body_authority on state_body (authority) where authority is not null',
    `create table public_service (
       id uuid not null,
       code text not null,
       name_kk text not null,
       name_ru text not null,
       name_en text,
       entered_on date not null,
       act text not null,
       body_id uuid not null,
       constraint pk_public_service primary key (id),
       constraint uq_public_service_code unique (code),
       constraint ck_public_service_code check (code ~ '^[0-9]{8}$'),
       constraint fk_public_service_body_id foreign key (body_id) references state_body (id)
     )`,
    'create index ix_public_service_body_id on public_service (body_id)',
  ],
  ['drop table public_service', 'drop table state_body'],
);
