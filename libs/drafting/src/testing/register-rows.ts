import { newId } from '#lib/kernel';

type Query = { query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> };

export interface RegisterRows {
  readonly ministryId: string;
  readonly otherMinistryId: string;
  readonly akimatId: string;
  /** Codes of two services of the ministry, both named `serviceName`. */
  readonly serviceCode: string;
  readonly secondServiceCode: string;
}

export const serviceName = { kk: '«Мұрағаттық анықтама» беру', ru: 'Выдача «архивной справки»' };

/** Two central bodies, an akimat, and two services of the first, by SQL. */
export async function insertRegister(database: Query): Promise<RegisterRows> {
  const [ministryId, otherMinistryId, akimatId] = [newId(), newId(), newId()];
  for (const [id, kind] of [
    [ministryId, 'CENTRAL'],
    [otherMinistryId, 'CENTRAL'],
    [akimatId, 'LOCAL_EXECUTIVE'],
  ])
    await database.query(
      `insert into state_body (id, code, kind, name_kk, name_ru) values ($1::uuid, $1::text, $2, 'Орган', 'Орган')`,
      [id, kind],
    );
  const [serviceCode, secondServiceCode] = ['00403005', '00403006'];
  for (const code of [serviceCode, secondServiceCode])
    await database.query(
      `insert into public_service (id, code, name_kk, name_ru, entered_on, act, body_id)
       values ($1, $2, $3, $4, '2016-05-20', '№ 1', $5)`,
      [newId(), code, serviceName.kk, serviceName.ru, ministryId],
    );
  return { ministryId, otherMinistryId, akimatId, serviceCode, secondServiceCode };
}
