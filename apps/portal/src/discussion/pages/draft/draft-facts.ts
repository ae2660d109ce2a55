import type { DiscussionDetails } from '#lib/discussion';
import { type PublicService, sectionOf, type StateBody } from '#lib/service-register';
import { localDayOf, profileById, zonedText } from '#lib/time-limits';
import { codeFact, type Fact, fact, saidFact } from '../../../pages-kit/fact.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { channelName } from '../channel-name.js';
import { countdownOf } from '../countdown.js';
import { closeText, standingOf } from '../standing.js';
import type { DraftModel, DraftState } from './draft.view.js';

/** The state in one sentence with the exact close; beneath it the instant, exclusive, for those who count (REQ-21). */
export function stateOf(discussion: DiscussionDetails, visit: PageVisit): DraftState {
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
  return { name, sentence, exactClose, countdown: name === 'open' ? countdownOf(discussion, visit) : null };
}

export function draftFacts(
  discussion: DiscussionDetails,
  service: PublicService | undefined,
  visit: PageVisit,
): Fact[] {
  const { t, language } = visit;
  const { zone, openAt, developerCode } = discussion;
  const profile = profileById(discussion.profileId);
  const basis = profile.basis.map(({ act }) => act[language]);
  const developer = inLanguage(discussion.developer, language);
  return [
    saidFact(t('draft.developer'), developer, visit.to(`bodies/${encodeURIComponent(developerCode)}`)),
    ...topicOf(service, visit),
    fact(t('draft.rules'), profile.title[language]),
    fact(t('draft.legal-basis'), basis.join('; ')),
    fact(t('draft.placed-on'), visit.when(openAt, zone)),
    fact(t('draft.remarks'), countOf(discussion, visit)),
    fact(t('draft.version-name'), t('draft.version', { number: discussion.version })),
    codeFact(t('draft.hash'), discussion.textSha256),
  ];
}

/** The section of its service, which leads to whatever else is discussed of it; none while that has no name. */
function topicOf(service: PublicService | undefined, visit: PageVisit): Fact[] {
  if (!service?.section) return [];
  const address = visit.to(`discussions?topic=${sectionOf(service.code)}`);
  return [saidFact(visit.t('draft.topic'), inLanguage(service.section, visit.language), address)];
}

/** How many were received; where texts wait for an official's look, how many of them (REQ-116). */
function countOf({ remarks, waiting }: DiscussionDetails, { t }: PageVisit): string {
  const count = t('remarks.count', { count: remarks });
  return waiting === 0 ? count : `${count}; ${t('waiting.of-them', { count: waiting })}`;
}

/** What the register says of the service (R5). */
export function serviceFacts(service: PublicService, body: StateBody | undefined, visit: PageVisit): Fact[] {
  const { t, language } = visit;
  return [
    saidFact(t('draft.service'), inLanguage(service.name, language)),
    codeFact(t('draft.service-code'), service.code, visit.to(`discussions?service=${service.code}`)),
    fact(t('draft.entered-on'), visit.day(service.enteredOn)),
    fact(t('draft.entered-by'), service.act),
    ...(body ? [saidFact(t('draft.service-body'), inLanguage(body.name, language))] : []),
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
