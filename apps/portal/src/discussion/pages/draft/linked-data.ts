import type { DiscussionDetails } from '#lib/discussion';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** The draft and its discussion in the words of schema.org; nothing here that the page does not say. */
export function draftLinkedData(discussion: DiscussionDetails, languages: readonly string[], visit: PageVisit): object {
  const url = `${visit.request.siteAddress.replace(/\/+$/, '')}${visit.to(`discussions/${discussion.id}`)}`;
  const { text: name } = inLanguage(discussion.title, visit.language);
  const body = { '@type': 'GovernmentOrganization', name: inLanguage(discussion.developer, visit.language).text };
  const draft = {
    '@type': 'Legislation',
    name,
    url,
    inLanguage: languages,
    legislationLegalForce: 'https://schema.org/NotInForce',
    datePublished: discussion.openAt,
    publisher: body,
    ...(discussion.serviceCode ? { legislationIdentifier: discussion.serviceCode } : {}),
  };
  const event = {
    '@type': 'Event',
    name: `${visit.t('list.title')}: ${name}`,
    url,
    startDate: discussion.openAt,
    ...(discussion.closeAt ? { endDate: discussion.closeAt } : {}),
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: body,
  };
  return { '@context': 'https://schema.org', '@graph': [draft, event] };
}
