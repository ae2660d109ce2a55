import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findPersonalData } from './personal-data.js';
import { corpus } from '../testing/personal-corpus.js';

const found = (text: string) => findPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('findPersonalData', () => {
  it.each([
    ['Менің ЖСН 900101300126 болады', [['IIN', '900101300126']]],
    ['ИИН: 900101 300126.', [['IIN', '900101 300126']]],
    ['БИН 940140000127', [['BIN', '940140000127']]],
    ['Звоните +7 (701) 123-45-67, спасибо', [['PHONE', '+7 (701) 123-45-67']]],
    ['8 701 123 45 67', [['PHONE', '8 701 123 45 67']]],
    ['87011234567', [['PHONE', '87011234567']]],
    ['тел. 25-36-47', [['PHONE', 'тел. 25-36-47']]],
    ['Write to asel.j@mail.example.kz!', [['EMAIL', 'asel.j@mail.example.kz']]],
    ['asel (at) example.kz', [['EMAIL', 'asel (at) example.kz']]],
    ['карта 4111 1111 1111 1111', [['CARD', '4111 1111 1111 1111']]],
    ['Живу на ул. Абая, д. 10, кв. 5', [['ADDRESS', 'ул. Абая, д. 10, кв. 5']]],
    ['проспект Мәңгілік Ел, 8', [['ADDRESS', 'проспект Мәңгілік Ел, 8']]],
    ['мен Абай көшесі, 10-үй, 5-пәтерде тұрамын', [['ADDRESS', 'Абай көшесі, 10-үй, 5-пәтерде']]],
    ['I live at 10 Abay Street, apt 5', [['ADDRESS', '10 Abay Street, apt 5']]],
    ['Abay Avenue 52', [['ADDRESS', 'Abay Avenue 52']]],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Срок – 30 календарных дней, пункт 12 приказа № 126 от 14.04.2016',
    'Мемлекеттік баждың мөлшері 1 500 000 теңге, 2026 жылғы 26 қараша',
    'Код услуги 00101001, закон 88-V, статья 15-1, (2013-2026)',
    'ИИН 900101300120', // a wrong check digit
    'Проспект Абая перекрыт, на улице Абая ремонт',
    '4111 1111 1111 1112',
    'Call 1414 or 109',
  ])('nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds two of one kind and keeps apart what touches', () => {
    expect(found('a@b.kz, c@d.kz 900101300126 87011234567')).toEqual([
      ['EMAIL', 'a@b.kz'],
      ['EMAIL', 'c@d.kz'],
      ['IIN', '900101300126'],
      ['PHONE', '87011234567'],
    ]);
  });

  it('finds at least 95 of 100 passages of each kind in a made-up corpus of three languages', () => {
    const kinds = new Map<string, { all: number; hit: number }>();
    for (const { kind, text, passage } of corpus(400)) {
      const count = kinds.get(kind) ?? { all: 0, hit: 0 };
      const from = text.indexOf(passage);
      const isHit = findPersonalData(text).some(
        ({ kind: as, start, end }) => as === kind && start < from + passage.length && from < end,
      );
      kinds.set(kind, { all: count.all + 1, hit: count.hit + (isHit ? 1 : 0) });
    }
    const recall = [...kinds].map(([kind, { all, hit }]) => ({ kind, recall: hit / all }));
    expect(recall.filter((each) => each.recall < 0.95)).toEqual([]);
    expect(recall).toHaveLength(6);
  });

  it('finds nothing in the standards of the demo', () => {
    const folder = new URL('../../../../apps/cli/demo/standards/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect([file, found(text)]).toEqual([file, []]);
    }
  });

  it('reads the longest hostile text in a fraction of a second', () => {
    const started = performance.now();
    for (const piece of ['1 ', 'ул. А ', 'a.', 'Абай ', '+7(', '8-', '10 A ', 'тел. 1'])
      findPersonalData(piece.repeat(20_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
