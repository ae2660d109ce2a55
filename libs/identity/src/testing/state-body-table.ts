import { newId } from '#lib/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

type Query = { query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> };

/** Stands for the register's table, which a lib above maps. */
@Entity('state_body')
export class StateBodyTable {
  @PrimaryColumn('uuid')
  id: string;
}

/** @returns the id of a new central body */
export async function insertBody(database: Query): Promise<string> {
  const id = newId();
  await database.query(
    `insert into state_body (id, code, kind, name_kk, name_ru) values ($1::uuid, $1::text, 'CENTRAL', 'Орган', 'Орган')`,
    [id],
  );
  return id;
}
