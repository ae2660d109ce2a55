import type { PageVisit } from '../../../pages-kit/visit.js';
import type { Tab } from '../../../sheets/pages/import.view.js';

const parts = ['bodies', 'services', 'sections', 'import'] as const;
export type RegisterPart = (typeof parts)[number];

export const registerTabs = (current: RegisterPart, visit: PageVisit): Tab[] =>
  parts.map((part) => ({
    href: visit.to(`officer/register/${part}`),
    text: visit.t(`register.tab-${part}`),
    isCurrent: part === current,
  }));
