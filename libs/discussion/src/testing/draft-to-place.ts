import { CreateProcedure, SaveDraftVersion } from '#lib/drafting';
import { instant, newId, system } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import type { ProfileFamily } from '#lib/time-limits';
import type { NewPlacement } from '../domain/new-placement.js';

export interface DraftToPlace {
  readonly bodyId: string;
  readonly procedureId: string;
}

/** A dossier with one saved version, made by the use cases of drafting. */
export async function draftToPlace(
  bed: TestBed,
  { ru = 'Срок – пять рабочих дней', en, family = 'kz-126' }: { ru?: string; en?: string; family?: ProfileFamily } = {},
): Promise<DraftToPlace> {
  const bodyId = newId();
  await bed.database.query(
    `insert into state_body (id, code, kind, name_kk, name_ru) values ($1, $2, 'CENTRAL', 'Үлгі министрлігі', 'Министерство')`,
    [bodyId, bodyId],
  );
  const procedureId = await bed.get(CreateProcedure).execute(
    {
      kind: 'OTHER_DRAFT',
      developerId: bodyId,
      title: { kk: 'Анықтама беру', ru: 'Выдача справки', ...(en === undefined ? {} : { en: 'Certificate' }) },
      profileFamily: family,
    },
    system('test'),
  );
  await bed.get(SaveDraftVersion).execute(
    {
      procedureId,
      clauses: [
        {
          kind: 'CLAUSE',
          level: 1,
          label: '1',
          text: { kk: 'Мерзімі – бес жұмыс күні', ru, ...(en === undefined ? {} : { en }) },
        },
      ],
    },
    system('test'),
  );
  return { bodyId, procedureId };
}

export const placedOn = (channel: NewPlacement['channel'], placedAt: string): NewPlacement => ({
  channel,
  url: `https://${channel.toLowerCase().replace('_', '-')}.example.kz/drafts/1`,
  placedAt: instant(placedAt),
});
