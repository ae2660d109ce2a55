import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { kazakhRules } from './kazakh-rules.js';
import { nextDayUnrolled } from './readings.js';

/** Public discussion of the acts that set how a service is provided, as the law has it since standards were abolished. */
export const kzServicesArticle15: ProcedureProfile = {
  ...kazakhRules,
  id: 'kz-services-art-15',
  family: 'kz-services-art-15',
  title: {
    kk: '«Мемлекеттік көрсетілетін қызметтер туралы» Заң, 15-бап',
    ru: 'Закон «О государственных услугах», статья 15',
    en: 'Law "On public services", article 15',
  },
  validFrom: legalDay('2020-03-01'),
  validTo: null,
  term: { unit: 'working-day', length: 10, minimumLength: 10 },
  duties: [
    {
      id: 'publish-report',
      from: 'close',
      clause: 'art. 15',
      term: { unit: 'working-day', length: 10 },
      reading: nextDayUnrolled,
      strictReading: nextDayUnrolled,
      isTarget: true,
    },
  ],
  basis: [
    {
      act: {
        kk: '«Мемлекеттік көрсетілетін қызметтер туралы» 2013 жылғы 15 сәуірдегі Заң, 15-бап',
        ru: 'Закон от 15 апреля 2013 года «О государственных услугах», статья 15',
        en: 'Law of 15 April 2013 "On public services", article 15',
      },
      clauses: ['art. 15'],
      isConfirmed: false,
      note: 'Ten working days, channels and report were read in the law of today; what follows its paragraph 4 (late remarks) and the day this wording took effect are to be confirmed.',
    },
  ],
};
