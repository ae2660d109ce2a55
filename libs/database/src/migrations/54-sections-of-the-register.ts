import { sqlMigration } from './sql-migration.js';

/**
 * The names of the sections of the register. A service stands in the section of its first three digits, whether or not that has a
 * name yet; so there is no reference, and a range of codes, which has its index already, finds the services of a section.
 */
export const SectionsOfTheRegister = sqlMigration(
  54,
  'SectionsOfTheRegister',
  [
    `create table register_section (
       id uuid not null,
       code text not null,
       name_kk text not null,
       name_ru text not null,
       name_en text,
       constraint pk_register_section primary key (id),
       constraint uq_register_section_code unique (code),
       constraint ck_register_section_code check (code ~ '^[0-9]{3}$')
     )`,
  ],
  ['drop table register_section'],
);
