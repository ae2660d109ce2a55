import { isBin, isCardNumber, isIin } from '../domain/check-digits.js';
import type { PersonalKind } from '../domain/personal-data.js';

export interface CorpusLine {
  readonly kind: PersonalKind;
  readonly text: string;
  readonly passage: string;
}

/** The same numbers at every run: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const sentences = [
  'Мерзімді қысқартуды сұраймын, менің деректерім: # деп жазыңыз.',
  'Стандарттың 5-тармағына ескерту. Хабарласу үшін #',
  'Прошу сократить срок до трёх дней. Мои данные: #, жду ответа.',
  'Предлагаю изменить пункт 12 (#) и исключить справку.',
  'Please shorten the term; you can reach me: #. Thank you.',
  'I propose to delete clause 4, # is where I was refused.',
];
const streets = ['Абай', 'Мәңгілік Ел', 'Достық', 'Сейфуллин', 'Қабанбай батыр', 'Желтоқсан', 'Төле би'];
const streetsRu = ['Абая', 'Мәңгілік Ел', 'Достык', 'Сейфуллина', 'Кабанбай Батыра', 'Желтоқсан', '1-я Северная'];
const streetsEn = ['Abay', 'Mangilik El', 'Dostyk', 'Seifullin', 'Kabanbay Batyr'];

/** `count` lines of each kind, as people write them in Kazakh, Russian and English; nobody's real data. */
export function corpus(count: number, seed = 126): CorpusLine[] {
  const roll = dice(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[roll(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const number = (size: number) => Array.from({ length: size }, () => roll(10)).join('');
  const two = (least: number, most: number) => String(least + roll(most - least + 1)).padStart(2, '0');
  const until = (make: () => string, isRight: (text: string) => boolean): string => {
    for (let tries = 0; tries < 5_000; tries += 1) {
      const made = make();
      if (isRight(made)) return made;
    }
    throw new Error('nothing right was made');
  };
  const makers: Record<PersonalKind, () => string> = {
    IIN: () => {
      const iin = until(() => `${two(0, 99)}${two(1, 12)}${two(1, 28)}${1 + roll(6)}${number(5)}`, isIin);
      return pick([iin, `${iin.slice(0, 6)} ${iin.slice(6)}`, iin.replace(/(\d{4})(?=\d)/g, '$1 '), `ИИН${iin}`]);
    },
    BIN: () => until(() => `${two(0, 26)}${two(1, 12)}4${roll(4)}${number(6)}`, isBin),
    CARD: () => {
      const card = until(() => `${pick(['4', '51', '55', '2200'])}${number(16)}`.slice(0, 16), isCardNumber);
      return pick([card, card.replace(/(\d{4})(?=\d)/g, '$1 '), card.replace(/(\d{4})(?=\d)/g, '$1-')]);
    },
    PHONE: () => {
      const [code, a, b, c] = [
        pick(['701', '702', '705', '707', '747', '771', '777']),
        number(3),
        number(2),
        number(2),
      ];
      const prefix = pick(['+7', '8']);
      return pick([
        `${prefix}${code}${a}${b}${c}`,
        `${prefix} ${code} ${a} ${b} ${c}`,
        `${prefix} (${code}) ${a}-${b}-${c}`,
        `${prefix}-${code}-${a}-${b}-${c}`,
        `${prefix}(${code})${a}${b}${c}`,
        `тел: ${code} ${a} ${b} ${c}`,
        `whatsapp ${code}${a}${b}${c}`,
        `+49 30 ${number(3)} ${number(4)}`,
      ]);
    },
    EMAIL: () => {
      const name = pick(['asel', 'a.serik', 'болат_77', 'nurlan-k', 'info+egov']);
      return `${name}${roll(1_000)}${pick(['@', '@', '@', ' (at) '])}${pick(['mail.ru', 'gmail.com', 'company.kz', 'пошта.қаз'])}`;
    },
    ADDRESS: () => {
      const [house, flat] = [`${1 + roll(150)}${pick(['', '', '/2', 'А', ' б'])}`, 1 + roll(200)];
      return pick([
        `ул. ${pick(streetsRu)}, д. ${house}, кв. ${flat}`,
        `ул.${pick(streetsRu)} ${house}, кв ${flat}`,
        `улица ${pick(streetsRu)}, ${house}`,
        `проспект ${pick(streetsRu)}, дом ${house}`,
        `пр-т ${pick(streetsRu)} ${house}`,
        `мкр. Самал-2, ${house}`,
        `микрорайон Аксай-3, дом ${house}, кв. ${flat}`,
        `${pick(streets)} көшесі, ${1 + roll(99)}-үй, ${flat}-пәтер`,
        `${pick(streets)} көшесі ${1 + roll(99)} үй`,
        `${pick(streets)} даңғылы, ${house}`,
        `Самал-2 шағын ауданы, ${1 + roll(99)}-үй`,
        `${1 + roll(99)} ${pick(streetsEn)} Street, apt ${flat}`,
        `${pick(streetsEn)} Avenue ${1 + roll(99)}`,
        `${pick(streetsEn)} street, house ${1 + roll(99)}, flat ${flat}`,
      ]);
    },
  };
  return (Object.keys(makers) as PersonalKind[]).flatMap((kind) =>
    Array.from({ length: count }, () => {
      const passage = makers[kind]();
      return { kind, passage, text: pick(sentences).replace('#', passage) };
    }),
  );
}
