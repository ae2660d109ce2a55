import type { Language } from '#lib/kernel';
import { translator } from './translator.js';

/** The printed words of Appendix 2 (A2). Kazakh is the wording of the order; Russian and English render it. */
export interface OfficialLabels {
  readonly form: string;
  readonly title: string;
  readonly draftName: string;
  readonly revisedDraft: string;
  readonly period: string;
  readonly otherInformation: string;
  readonly columns: readonly [ordinal: string, remark: string, brief: string, grounds: string];
  readonly additionalInformation: string;
  readonly statistics: string;
}

/** The labels A2.0-A2.S, in the brackets and with the colon of the printed form. */
export function officialLabels(language: Language): OfficialLabels {
  const t = translator(language);
  return {
    form: t('official.A2.form'),
    title: t('official.A2.title'),
    draftName: t('official.A2.0'),
    revisedDraft: t('official.A2.1'),
    period: t('official.A2.2'),
    otherInformation: t('official.A2.3'),
    columns: [t('official.A2.T1'), t('official.A2.T2'), t('official.A2.T3'), t('official.A2.T4')],
    additionalInformation: t('official.A2.S.title'),
    statistics: t('official.A2.S'),
  };
}
