import type { QueueFilter } from '#lib/consideration';
import { isId, type LegalDay } from '#lib/kernel';
import { Form } from '../../../pages-kit/form.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

const kinds = ['REMARK', 'PROPOSAL'] as const;
const fields = [
  'undecided',
  'unconfirmed',
  'kind',
  'clause',
  'worker',
  'flagged',
  'overdue',
  'sender',
  'words',
] as const;
const confirmations = ['confirmed', 'signed', 'named'] as const;
const WORDS = 200;

/**
 * The filter that an address of the queue names; what it does not know is left out.
 * @param today what is due on this day or before it is overdue
 */
export function queueFilter(form: Form, today: LegalDay): QueueFilter {
  const [kind, clause, worker] = [form.oneOf('kind', kinds), form.text('clause'), form.text('worker')];
  const sender = form.oneOf('sender', confirmations);
  const words = form.text('words').slice(0, WORDS);
  return {
    undecidedOnly: form.text('undecided') !== '',
    unconfirmedOnly: form.text('unconfirmed') !== '',
    flaggedOnly: form.text('flagged') !== '',
    ...(kind ? { kind } : {}),
    ...(clause === 'whole-draft' || isId(clause) ? { clause } : {}),
    ...(worker === 'mine' || worker === 'nobody' || isId(worker) ? { worker } : {}),
    ...(form.text('overdue') === '' ? {} : { dueBy: today }),
    ...(sender === 'signed' ? { signedOnly: true } : sender ? { senderConfirmed: sender === 'confirmed' } : {}),
    ...(words === '' ? {} : { words }),
  };
}

/** The query of an address of the queue, without the place in the list: the same filter has the same text. */
export function queueQuery(form: Form): string {
  const query = new URLSearchParams();
  for (const field of fields) if (form.text(field) !== '') query.set(field, form.text(field));
  return query.toString();
}

/** A query as it came with another page. */
export const formOfQuery = (query: string): Form => new Form(Object.fromEntries(new URLSearchParams(query)));

export const queueHref = (discussionId: string, query: string, visit: PageVisit): string =>
  `${visit.to(`officer/discussions/${discussionId}/queue`)}${query === '' ? '' : `?${query}`}`;

/** An address that remembers from which list of the queue it was opened. */
export const withQueue = (href: string, query: string): string =>
  query === '' ? href : `${href}${href.includes('?') ? '&' : '?'}queue=${encodeURIComponent(query)}`;
