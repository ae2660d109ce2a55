import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { kazakhRules } from './kazakh-rules.js';

/** Other subordinate acts on the portal of open acts: the body announces the last day, so the length is given per discussion. */
export const kzOpenNpa: ProcedureProfile = {
  ...kazakhRules,
  id: 'kz-open-npa',
  family: 'kz-open-npa',
  title: {
    kk: 'Ашық НҚА порталындағы талқылау',
    ru: 'Обсуждение на портале «Открытые НПА»',
    en: 'Discussion on the Open NLA portal',
  },
  validFrom: legalDay('2021-10-01'),
  validTo: null,
  term: { unit: 'calendar-day', length: 15, minimumLength: 1 },
  channels: { mandatory: ['EGOV_PORTAL'], optional: ['OWN_RESOURCE', 'LEB_RESOURCE'] },
  identity: 'account',
  duties: [],
  basis: [
    {
      act: {
        kk: 'Әділет министрінің міндетін атқарушының 2021 жылғы 30 қыркүйектегі № 849 бұйрығы',
        ru: 'Приказ и.о. Министра юстиции от 30 сентября 2021 года № 849',
        en: 'Order of the acting Minister of Justice of 30 September 2021 No. 849',
      },
      clauses: [],
      isConfirmed: false,
      note: 'The statutory term and the day of entry into force were not found; cards of 2026 show from 5 to 15 calendar days.',
    },
  ],
};
