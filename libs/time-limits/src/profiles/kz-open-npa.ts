import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { kazakhRules } from './kazakh-rules.js';

/** Other subordinate acts on the portal of open acts: the body announces the last day, so the length is given per discussion. */
const kzOpenNpa: ProcedureProfile = {
  ...kazakhRules,
  id: 'kz-open-npa',
  family: 'kz-open-npa',
  title: {
    kk: 'Ашық НҚА порталындағы талқылау',
    ru: 'Обсуждение на портале «Открытые НПА»',
    en: 'Discussion on the Open NLA portal',
  },
  validFrom: legalDay('2021-10-01'),
  validTo: legalDay('2025-12-31'),
  term: { unit: 'calendar-day', length: 15, minimumLength: 1 },
  channels: { mandatory: ['EGOV_PORTAL'], optional: ['OWN_RESOURCE', 'LEB_RESOURCE'] },
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

/** As before, and who takes part signs in at the provider of the state: a card of 2026 says so, that of 2021 asked for a name and an address. */
export const kzOpenNpaVersions: readonly ProcedureProfile[] = [
  kzOpenNpa,
  {
    ...kzOpenNpa,
    id: 'kz-open-npa-2026',
    validFrom: legalDay('2026-01-01'),
    validTo: null,
    identity: 'confirmed-by-provider',
  },
];
