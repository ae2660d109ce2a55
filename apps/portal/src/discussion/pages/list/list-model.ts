import { discussionOrders, type FoundDiscussion, type OfferedChoices } from '#lib/discussion';
import type { Multilingual, Page } from '#lib/kernel';
import { collator, type MessageKey } from '#lib/localisation';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { discussionCard } from '../discussion-card.js';
import { addressOf, type ChoiceName, type ListChoice, procedureKinds } from './list-choice.js';
import type { ListModel } from './list.view.js';

export interface Listed {
  readonly choice: ListChoice;
  readonly offered: OfferedChoices;
  readonly count: number;
  readonly page: Page<FoundDiscussion>;
  readonly after: string | undefined;
}

const states = [
  [undefined, 'list.all'],
  ['open', 'list.open'],
  ['closed', 'list.closed'],
  ['reported', 'list.reported'],
  ['withdrawn', 'discussion.state.WITHDRAWN'],
] as const satisfies readonly (readonly [ListChoice['state'], MessageKey])[];

const kindNames = {
  NEW_STANDARD: 'procedure.kind.new-standard',
  AMENDMENT: 'procedure.kind.amendment',
  OTHER_DRAFT: 'list.kind-other',
} as const satisfies Record<(typeof procedureKinds)[number], MessageKey>;

export const kindName = (kind: keyof typeof kindNames, { t }: PageVisit): string => t(kindNames[kind]);

export function listModel({ choice, offered, count, page, after }: Listed, visit: PageVisit): ListModel {
  const { t } = visit;
  const here = visit.to('discussions');
  const chosen = chosenFilters(choice, offered, visit);
  return {
    here,
    choice: {
      q: choice.q ?? '',
      state: choice.state ?? '',
      service: choice.service ?? '',
      from: choice.from ?? '',
      to: choice.to ?? '',
    },
    states: states.map(([state, text]) => ({
      text: t(text),
      href: here + addressOf({ ...choice, state }),
      isCurrent: state === choice.state,
    })),
    bodies: namedOptions(offered.bodies, choice.body, 'list.any-body', visit),
    topics: offered.topics.length > 0 ? namedOptions(offered.topics, choice.topic, 'list.any-topic', visit) : [],
    kinds: selectOptions(
      procedureKinds.map((kind) => [kind, kindName(kind, visit)]),
      choice.kind,
      t('list.any-kind'),
    ),
    orders: selectOptions(
      discussionOrders.map((order) => [order, t(`list.sort-${order}`)]),
      choice.sort ?? 'closing',
    ),
    chosen,
    isNarrowed: chosen.some(({ name }) => name !== t('list.search-words')),
    count: t('list.count', { count }),
    discussions: page.items.map((discussion) => discussionCard(discussion, visit)),
    feedHref: visit.to(`discussions.atom${addressOf(choice)}`),
    pages: {
      ...(page.next ? { next: here + addressOf(choice, page.next) } : {}),
      ...(after ? { first: here + addressOf(choice) } : {}),
    },
  };
}

function namedOptions(
  offered: readonly { readonly code: string; readonly name: Multilingual }[],
  chosen: string | undefined,
  any: MessageKey,
  { language, t }: PageVisit,
) {
  const named = offered
    .map(({ code, name }) => [code, inLanguage(name, language).text] as const)
    .toSorted(([, a], [, b]) => collator(language).compare(a, b));
  return selectOptions(named, chosen, t(any));
}

/** Each filter in words; the state has its own tabs and the order narrows nothing. */
function chosenFilters(choice: ListChoice, { bodies, topics }: OfferedChoices, visit: PageVisit): ListModel['chosen'] {
  const { t, language } = visit;
  const body = bodies.find(({ code }) => code === choice.body);
  const topic = topics.find(({ code }) => code === choice.topic);
  const filters: readonly (readonly [ChoiceName, MessageKey, string | undefined])[] = [
    ['q', 'list.search-words', choice.q],
    ['body', 'draft.developer', body && inLanguage(body.name, language).text],
    ['topic', 'draft.topic', topic && inLanguage(topic.name, language).text],
    ['kind', 'list.kind', choice.kind && kindName(choice.kind, visit)],
    ['service', 'draft.service-code', choice.service],
    ['from', 'list.placed-from', choice.from && visit.day(choice.from)],
    ['to', 'list.placed-to', choice.to && visit.day(choice.to)],
  ];
  return filters.flatMap(([name, key, text]) =>
    text ? [{ name: t(key), text, href: visit.to('discussions') + addressOf({ ...choice, [name]: undefined }) }] : [],
  );
}
