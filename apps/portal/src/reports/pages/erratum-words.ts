import type { ErratumView } from '#lib/reports';
import type { PageVisit } from '../../pages-kit/visit.js';
import { resultsPath } from './results/results-address.js';

/** A correction as its readers see it, with the report it corrects and the one that corrects (REQ-66). */
export interface ErratumWords {
  readonly heading: string;
  readonly reason: string;
  readonly reasonLanguage: 'kk' | 'ru';
  readonly openedAt: string;
  /** null while it is not published. */
  readonly publishedAt: string | null;
  readonly corrects: NamedReport;
  readonly report: NamedReport | null;
}

export interface NamedReport {
  readonly text: string;
  readonly sha256: string;
  /** null while it is not published. */
  readonly href: string | null;
}

export function erratumWords(
  { number, reasonKk, reasonRu, openedAt, publishedAt, corrects, report }: ErratumView,
  { id, zone }: { readonly id: string; readonly zone: string },
  visit: PageVisit,
): ErratumWords {
  const { t, language } = visit;
  const named = (version: number) => t('errata.report-version', { version });
  const reasonLanguage = language === 'kk' ? 'kk' : 'ru';
  return {
    heading: t('errata.number', { number }),
    reason: reasonLanguage === 'kk' ? reasonKk : reasonRu,
    reasonLanguage,
    openedAt: visit.when(openedAt, zone),
    publishedAt: publishedAt === null ? null : visit.when(publishedAt, zone),
    corrects: {
      text: named(corrects.version),
      sha256: corrects.dataSha256,
      href: visit.to(resultsPath(id, corrects.erratum)),
    },
    report: report && {
      text: named(report.version),
      sha256: report.dataSha256,
      href: publishedAt === null ? null : visit.to(resultsPath(id, number)),
    },
  };
}
