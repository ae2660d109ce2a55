import type { DiscussionDetails } from '#lib/discussion';
import type { Language } from '#lib/kernel';
import type { MessageKey } from '#lib/localisation';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

const pages = {
  checklist: { path: '', tab: 'closing.tab', heading: 'report.page-title' },
  making: { path: '/making', tab: 'making.tab', heading: 'making.title' },
  signing: { path: '/sign', tab: 'signing.tab', heading: 'signing.title' },
  placements: { path: '/placements', tab: 'placing.tab', heading: 'placing.title' },
  errata: { path: '/errata', tab: 'errata.tab', heading: 'errata.title' },
  versions: { path: '/versions', tab: 'versions.tab', heading: 'versions.title' },
} as const satisfies Record<string, { path: string; tab: MessageKey; heading: MessageKey }>;
export type ReportPageName = keyof typeof pages;

/** What every page of an official about the report has around it. */
export interface ReportFrame {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
}

export function reportFrame(discussion: DiscussionDetails, current: ReportPageName, visit: PageVisit): ReportFrame {
  const title = inLanguage(discussion.title, visit.language);
  const names = Object.keys(pages) as ReportPageName[];
  return {
    back: { href: visit.to('officer'), text: visit.t('nav.desk') },
    heading: visit.t(pages[current].heading),
    title: title.text,
    titleLanguage: title.language,
    tabs: names.map((name) => ({
      href: visit.to(reportPath(discussion.id, name)),
      text: visit.t(pages[name].tab),
      isCurrent: name === current,
    })),
  };
}

/** Where a page about the report is, without the language. */
export const reportPath = (discussionId: string, name: ReportPageName): string =>
  `officer/discussions/${discussionId}/report${pages[name].path}`;
