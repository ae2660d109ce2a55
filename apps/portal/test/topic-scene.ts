import { newId } from '#lib/kernel';
import type { PortalUnderTest } from './portal-under-test.js';
import type { Scene } from './scene.js';

/** Names a section of the register, the first three digits of a service's code. */
export const nameSection = ({ database }: PortalUnderTest, code: string, kk: string, ru: string) =>
  database.query('insert into register_section (id, code, name_kk, name_ru) values ($1, $2, $3, $4)', [
    newId(),
    code,
    kk,
    ru,
  ]);

/** From now on the draft of this scene is that of a service with this code. */
export async function putUnderService({ database }: PortalUnderTest, scene: Scene, code: string): Promise<void> {
  const id = newId();
  await database.query(
    `insert into public_service (id, code, name_kk, name_ru, entered_on, act, body_id)
     values ($1, $2, '«Мұрағаттық анықтама» беру', 'Выдача «архивной справки»', '2016-05-20', '№ 1', $3)`,
    [id, code, scene.bodyId],
  );
  await database.query('update procedure set service_id = $1 where id = $2', [id, scene.procedureId]);
}
