import { formatNumber, formatPercent } from '#lib/localisation';
import type { PageVisit } from './visit.js';

/** Every figure of a page in the way its language writes it: one place for all pages. */
export interface Figures {
  /** 1 500 000 */
  readonly number: (value: number) => string;
  /** 12 % */
  readonly percent: (whole: number) => string;
  /** 48 KB, 3.1 MB */
  readonly size: (bytes: number) => string;
}

const KILOBYTE = 1024;

export const figuresOf = ({ language, t }: Pick<PageVisit, 'language' | 't'>): Figures => ({
  number: (value) => formatNumber(value, language),
  percent: (whole) => formatPercent(whole, language),
  size: (bytes) => {
    const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
    if (kilobytes < 1000) return t('results.size', { kilobytes: formatNumber(kilobytes, language) });
    const megabytes = Math.round((bytes / KILOBYTE ** 2) * 10) / 10;
    return t('results.size-megabytes', { megabytes: formatNumber(megabytes, language) });
  },
});
