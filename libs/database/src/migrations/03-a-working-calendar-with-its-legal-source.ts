import { sqlMigration } from './sql-migration.js';

/** REQ-07: a day that is not what its weekday says, and the act that makes it so. */
export const WorkingCalendarTables = sqlMigration(
  3,
  'WorkingCalendarTables',
  [
    `create table calendar_year (
       year integer not null,
       source text not null,
       loaded_by text not null,
       loaded_at timestamptz not null,
       constraint pk_calendar_year primary key (year)
     )`,
    `create table calendar_day (
       day date not null,
       year integer not null,
       kind text not null,
       name_kk text not null,
       name_ru text not null,
       name_en text not null,
       act text not null,
       constraint pk_calendar_day primary key (day),
       constraint fk_calendar_day_year foreign key (year) references calendar_year (year) on delete cascade,
       constraint ck_calendar_day_kind check (kind in ('HOLIDAY', 'MOVED_OFF', 'MOVED_WORKING')),
       constraint ck_calendar_day_year check (extract(year from day) = year)
     )`,
    'create index ix_calendar_day_year on calendar_day (year)',
  ],
  ['drop table calendar_day', 'drop table calendar_year'],
);
