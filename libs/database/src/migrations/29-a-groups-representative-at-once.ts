import { sqlMigration } from './sql-migration.js';

const representative = (body: string) =>
  `create or replace function group_representative(of_group uuid) returns uuid language sql stable as $$ ${body} $$`;

const chosenFirst = `
  select coalesce(
    (select m.remark_id from standing_member m join remark_group g on g.id = m.group_id
      where m.group_id = of_group and m.remark_id = g.representative_id),
    (select m.remark_id from standing_member m where m.group_id = of_group order by m.received_at, m.remark_id limit 1))`;

const allInOrder = `
  select m.remark_id from standing_member m join remark_group g on g.id = m.group_id
   where m.group_id = of_group
   order by m.remark_id = g.representative_id desc, m.received_at, m.remark_id limit 1`;

/**
 * The chosen representative of half a million members is found without sorting them. The least likeness of a suggestion is
 * counted where it is shown: of the remarks it is still about.
 */
export const RepresentativeAtOnce = sqlMigration(
  29,
  'RepresentativeAtOnce',
  [representative(chosenFirst), 'alter table group_suggestion drop column least_likeness'],
  [
    'alter table group_suggestion add column least_likeness smallint not null default 0',
    'alter table group_suggestion alter column least_likeness drop default',
    representative(allInOrder),
  ],
);
