import {
  type DiscussionFilter,
  type DiscussionOrder,
  discussionOrders,
  type DiscussionStatus,
  discussionStatuses,
  type OfferedChoices,
} from '#lib/discussion';
import { isLegalDay, type LegalDay } from '#lib/kernel';
import { isServiceCode } from '#lib/service-register';

export const procedureKinds = ['NEW_STANDARD', 'AMENDMENT', 'OTHER_DRAFT'] as const;

/** What a visitor chose, as it stands in the address; what has no meaning there is left out, not refused. */
export interface ListChoice {
  readonly q?: string;
  readonly state?: DiscussionStatus;
  /** Code of the developing body. */
  readonly body?: string;
  /** Code of a section that has a name. */
  readonly topic?: string;
  readonly kind?: (typeof procedureKinds)[number];
  readonly service?: string;
  readonly from?: LegalDay;
  readonly to?: LegalDay;
  readonly sort?: DiscussionOrder;
}

export type ChoiceName = keyof ListChoice;

const LONGEST = 200;

/** Reads the query of an address; of a name given twice the last value counts. */
export function readChoice(query: Readonly<Record<string, unknown>>, { bodies, topics }: OfferedChoices): ListChoice {
  const text = (name: ChoiceName): string => {
    const given = query[name];
    const last: unknown = Array.isArray(given) ? given.at(-1) : given;
    return typeof last === 'string' ? last.trim().slice(0, LONGEST) : '';
  };
  const oneOf = <Value extends string>(name: ChoiceName, values: readonly Value[]) =>
    values.find((value) => value === text(name));
  const day = (name: ChoiceName) => (isLegalDay(text(name)) ? (text(name) as LegalDay) : undefined);
  const service = text('service');
  return {
    q: text('q') || undefined,
    state: oneOf('state', discussionStatuses),
    body: bodies.find(({ code }) => code === text('body'))?.code,
    topic: topics.find(({ code }) => code === text('topic'))?.code,
    kind: oneOf('kind', procedureKinds),
    service: isServiceCode(service) ? service : undefined,
    from: day('from'),
    to: day('to'),
    sort: oneOf('sort', discussionOrders),
  };
}

export function filterOf(choice: ListChoice, { bodies }: OfferedChoices): DiscussionFilter {
  const { q, state, body, topic, kind, service, from, to } = choice;
  return {
    text: q,
    status: state,
    developerId: body === undefined ? undefined : bodies.find(({ code }) => code === body)?.id,
    kind,
    serviceCode: service,
    topic,
    placedFrom: from,
    placedTo: to,
  };
}

/** The address of a choice, as `?q=…&state=open`; empty for none. */
export function addressOf(choice: ListChoice, after?: string): string {
  const chosen = Object.entries({ ...choice, after }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  return chosen.length > 0 ? `?${new URLSearchParams(chosen).toString()}` : '';
}
