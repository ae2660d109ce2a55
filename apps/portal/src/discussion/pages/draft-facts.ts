import type { DiscussionDetails } from '#lib/discussion';
import { isMessageKey } from '#lib/localisation';
import { localDayOf, profileById, zonedText } from '#lib/time-limits';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { DraftModel } from './draft.view.js';
import { closeText, standingOf } from './standing.js';

/** The state in one sentence with the exact close; beneath it the instant, exclusive, for those who count (REQ-21). */
export function stateOf(discussion: DiscussionDetails, visit: PageVisit): DraftModel['state'] {
  const { closeAt, zone, withdrawnAt } = discussion;
  const name = standingOf(discussion);
  const close = closeAt === null ? '' : visit.until(closeAt, zone);
  const sentence = {
    open: () => (closeAt === null ? visit.t('banner.term-not-started') : visit.t('banner.open', { close })),
    closed: () => visit.t('banner.closed', { close }),
    reported: () => `${visit.t('banner.reported')} ${closeText(discussion, visit)}.`,
    withdrawn: () => visit.t('banner.withdrawn', { day: withdrawnAt ? visit.day(localDayOf(withdrawnAt, zone)) : '' }),
  }[name]();
  const exactClose = closeAt === null ? null : visit.t('draft.exact-close', { at: zonedText(closeAt, zone) });
  return { name, sentence, exactClose };
}

export function draftFacts(discussion: DiscussionDetails, visit: PageVisit): SummaryRow[] {
  const { t, language } = visit;
  const { zone, serviceCode, openAt } = discussion;
  const profile = profileById(discussion.profileId);
  const basis = profile.basis.map(({ act }) => act[language]);
  return [
    row(t('draft.developer'), inLanguage(discussion.developer, language).text),
    ...(serviceCode ? [codeRow(t('draft.service-code'), serviceCode)] : []),
    row(t('draft.rules'), profile.title[language]),
    row(t('draft.legal-basis'), basis.join('; ')),
    row(t('draft.placed-on'), visit.when(openAt, zone)),
    row(t('draft.remarks'), t('remarks.count', { count: discussion.remarks })),
    row(t('draft.version-name'), t('draft.version', { number: discussion.version })),
    codeRow(t('draft.hash'), discussion.textSha256),
  ];
}

export function draftPlacements({ placements, zone }: DiscussionDetails, visit: PageVisit): DraftModel['placements'] {
  return placements
    .filter(({ subject }) => subject === 'DRAFT')
    .map(({ channel, url, placedAt }) => ({
      channel: channelName(channel, visit),
      url,
      placedAt: visit.when(placedAt, zone),
    }));
}

export function channelName(channel: string, { t }: PageVisit): string {
  const key = `channel.${channel.toLowerCase().replaceAll('_', '-').replace('leb-', 'local-')}`;
  return isMessageKey(key) ? t(key) : t('channel.other');
}
