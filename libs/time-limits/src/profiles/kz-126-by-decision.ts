import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { kz126Versions } from './kz-126.js';
import { nextDayUnrolled } from './readings.js';

const [firstVersion] = kz126Versions;
if (!firstVersion) throw new TypeError('Order 126 has no version');

/**
 * The discussion of Order 126 after its repeal, where a body decides to hold it so: thirty calendar days exceed the ten working
 * days the law asks for since, so a discussion under it satisfies both. Duties of approval ended with the order.
 */
export const kz126ByDecision: ProcedureProfile = {
  ...firstVersion,
  id: 'kz-126-by-decision',
  family: 'kz-126-by-decision',
  title: {
    kk: '№ 126 бұйрықтың тәртібі, органның өз шешімі бойынша',
    ru: 'Порядок Приказа № 126, по собственному решению органа',
    en: "The procedure of Order No. 126, by the body's own decision",
  },
  validFrom: legalDay('2020-03-01'),
  validTo: null,
  duties: [
    {
      id: 'publish-report',
      from: 'close',
      clause: 'R8.3',
      term: { unit: 'working-day', length: 10 },
      reading: nextDayUnrolled,
      strictReading: nextDayUnrolled,
      isTarget: true,
    },
  ],
  basis: [
    {
      act: {
        kk: '2014 жылғы 3 желтоқсандағы № 126 бұйрық (күші жойылған), органның өз шешімімен қолданылады',
        ru: 'Приказ от 3 декабря 2014 года № 126 (утратил силу), применяется по решению самого органа',
        en: 'Order of 3 December 2014 No. 126 (repealed), applied by the decision of the body itself',
      },
      clauses: ['R8.1', 'R8.2', 'R8.3', 'R8.4', 'A2'],
      isConfirmed: false,
      note: 'A choice of the body, not a duty: the term is longer than the ten working days of the law of 15 April 2013, art. 15.',
    },
  ],
};
