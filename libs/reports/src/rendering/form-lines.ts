import type { Instant, Language } from '#lib/kernel';
import { closeSentence, formatInstant, formatLegalDay, type MessageKey, translator } from '#lib/localisation';
import type { ReportErratum, ReportHead, ReportPlacement } from '../domain/report-data.js';

const quotes = { kk: ['«', '»'], ru: ['«', '»'], en: ['“', '”'] } as const;

/** A2.0, in quotation marks as on the form. */
export function draftName({ draft }: ReportHead, language: Language): string {
  const [open, close] = quotes[language];
  const { kk, ru, en } = draft.title;
  // A draft of another jurisdiction may have its name in one language only.
  const title = draft.title[language] || (language === 'en' ? ru || kk : en || ru || kk);
  return `${open}${title}${close}`;
}

/** A2.1: where the revised draft can be read; that it was not changed, when it was not (REQ-61). */
export function revisedDraftText({ draft, placements }: ReportHead, language: Language): string {
  const own = placements.find(({ channel }) => channel === 'OWN_RESOURCE') ?? placements.at(0);
  const { version, textSha256 } = draft.revised;
  const key = draft.isChanged ? 'report.revised-draft-at' : 'report.draft-unchanged-at';
  return translator(language)(key, { version: String(version), url: own?.url ?? '–', hash: textSha256 });
}

/** A2.2: first day, the close with its hour and zone, and every channel with its date (REQ-20, REQ-21). */
export function periodText({ period, placements }: ReportHead, language: Language): string {
  const t = translator(language);
  const first = formatLegalDay(period.firstDay, language);
  const lines = placements.map(({ channel, url, placedAt }) =>
    t('report.placed-on-channel', {
      channel: t(channelKey(channel)),
      url,
      placedAt: formatInstant(placedAt, period.zone, language),
    }),
  );
  return [t('report.period', { first, close: closeSentence(period.closeAt, period.zone, language) }), ...lines].join(
    '\n',
  );
}

/**
 * A2.3: late ones as a number (AMB-12), partly accepted (AMB-09), groups (AMB-10), senders by kind; outages, what an erratum
 * corrects, and the warnings under which it was signed.
 */
export function otherInformation(head: ReportHead, language: Language): string {
  const t = translator(language);
  const { counts, erratum } = head;
  const { individuals, legalEntities, groups } = counts.senders;
  return [
    ...(erratum ? [erratumText(erratum, language)] : []),
    t('report.count-late', { count: counts.late }),
    t('report.partly-count', { count: counts.partly.total }),
    t('report.groups-count', { count: counts.groups, remarks: counts.grouped }),
    t('report.count-senders', { individuals: individuals + groups, entities: legalEntities }),
    ...outageLines(head, language),
    ...warningLines(head, language),
  ].join('\n');
}

/** REQ-66: which report this one corrects, and why; Kazakh and Russian beside each other in English. */
export function erratumText({ number, reason, corrects }: ReportErratum, language: Language): string {
  const said = language === 'en' ? `${reason.kk} / ${reason.ru}` : reason[language];
  const { version, dataSha256: hash } = corrects;
  return translator(language)('report.erratum-of', {
    number: String(number),
    version: String(version),
    hash,
    reason: said,
  });
}

function outageLines({ outages, period }: ReportHead, language: Language): string[] {
  const t = translator(language);
  const minutes = outages.reduce((sum, outage) => sum + outage.minutes, 0);
  if (outages.length === 0) return [t('report.no-outages')];
  const from = (instant: Instant) => formatInstant(instant, period.zone, language);
  return [
    t('report.outages', { count: outages.length, minutes }),
    ...outages.map((outage) => t('report.outage', { from: from(outage.startedAt), minutes: outage.minutes })),
  ];
}

function warningLines({ warnings }: ReportHead, language: Language): string[] {
  const t = translator(language);
  const { stockAnswers, stockPhrases, substantiveChanges } = warnings;
  const most = Math.max(0, ...stockAnswers.map(({ remarks }) => remarks));
  return [
    ...(stockAnswers.length > 0 ? [t('report.stock-answers', { count: stockAnswers.length, most })] : []),
    ...(stockPhrases > 0 ? [t('report.stock-phrases', { count: stockPhrases })] : []),
    ...(substantiveChanges > 0 ? [t('report.substantive-changes', { count: substantiveChanges })] : []),
  ];
}

const channelKeys: Readonly<Partial<Record<ReportPlacement['channel'], MessageKey>>> = {
  EGOV_PORTAL: 'channel.egov-portal',
  OWN_RESOURCE: 'channel.own-resource',
  LEB_RESOURCE: 'channel.local-resource',
};
const channelKey = (channel: ReportPlacement['channel']): MessageKey => channelKeys[channel] ?? 'channel.other';
