import { newId } from '#lib/kernel';
import type { TestBed } from '#lib/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Resealing } from '../sealing/resealing.js';
import { Senders } from '../sealing/senders.js';
import { startDiscussionBed } from '../testing/discussion-bed.js';
import { SealClearSenders } from './seal-clear-senders.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

it('seals what stood in clear, goes on after it was killed, and leaves no name behind', async () => {
  const ids = Array.from({ length: 700 }, newId);
  await bed.database.query(
    `insert into clear_sender select id, jsonb_build_object('kind', 'INDIVIDUAL', 'name', 'Әсел Жібекқызы', 'email', 'a@b.kz')
       from unnest($1::uuid[]) as id`,
    [ids],
  );
  expect(await bed.get(Resealing).sealClear()).toBe(500); // and killed here
  expect(await bed.get(SealClearSenders).execute()).toBe(200);
  expect(await bed.get(SealClearSenders).execute()).toBe(0);
  expect(await bed.database.query('select from clear_sender')).toEqual([]);
  expect(await bed.get(Senders).of(bed.database, ids[600] ?? '')).toEqual({
    kind: 'INDIVIDUAL',
    name: 'Әсел Жібекқызы',
    email: 'a@b.kz',
  });
});
