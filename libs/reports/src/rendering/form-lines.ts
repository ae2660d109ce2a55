import type { Language } from '#lib/kernel';
import { closeSentence, formatInstant, formatLegalDay, type MessageKey, translator } from '#lib/localisation';
import type { ReportData, ReportPlacement } from '../domain/report-data.js';

const quotes = { kk: ['«', '»'], ru: ['«', '»'], en: ['“', '”'] } as const;

/** A2.0, in quotation marks as on the form. */
export function draftName({ draft }: ReportData, language: Language): string {
  const [open, close] = quotes[language];
  const { kk, ru, en } = draft.title;
  // A draft of another jurisdiction may have its name in one language only.
  const title = draft.title[language] || (language === 'en' ? ru || kk : en || ru || kk);
  return `${open}${title}${close}`;
}

/** A2.1: where the revised draft can be read; that it was not changed, when it was not (REQ-61). */
export function revisedDraftText({ draft, placements }: ReportData, language: Language): string {
  const own = placements.find(({ channel }) => channel === 'OWN_RESOURCE') ?? placements.at(0);
  const { version, textSha256 } = draft.revised;
  const key = draft.isChanged ? 'report.revised-draft-at' : 'report.draft-unchanged-at';
  return translator(language)(key, { version: String(version), url: own?.url ?? '–', hash: textSha256 });
}

/** A2.2: first day, the close with its hour and zone, and every channel with its date (REQ-20, REQ-21). */
export function periodText({ period, placements }: ReportData, language: Language): string {
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

/** A2.3: late ones as a number (AMB-12), partly accepted (AMB-09), groups (AMB-10), senders by kind. */
export function otherInformation({ counts }: ReportData, language: Language): string {
  const t = translator(language);
  const { individuals, legalEntities, groups } = counts.senders;
  return [
    t('report.count-late', { count: counts.late }),
    t('report.partly-count', { count: counts.partly.total }),
    t('report.groups-count', { count: counts.groups }),
    t('report.count-senders', { individuals: individuals + groups, entities: legalEntities }),
  ].join('\n');
}

const channelKeys: Readonly<Partial<Record<ReportPlacement['channel'], MessageKey>>> = {
  EGOV_PORTAL: 'channel.egov-portal',
  OWN_RESOURCE: 'channel.own-resource',
  LEB_RESOURCE: 'channel.local-resource',
};
const channelKey = (channel: ReportPlacement['channel']): MessageKey => channelKeys[channel] ?? 'channel.other';
