import type { MessageKey } from '#lib/localisation';
import type { LegalTerm } from '#lib/reports';
import type { PageVisit } from '../../pages-kit/visit.js';

/** A term as a page tells it: what it is, whose rule, until when, and how it stands, all in words. */
export interface TermInWords {
  readonly name: string;
  readonly rule: string;
  readonly lastDay: string;
  readonly standing: string;
  readonly isOverdue: boolean;
}

export function termInWords(term: LegalTerm, visit: PageVisit): TermInWords {
  const { t } = visit;
  const { id, clause, length, lastDay, doneOn, standing } = term;
  const isOverdue = standing === 'overdue' || standing === 'missed';
  const day = doneOn === null ? '' : visit.day(doneOn);
  return {
    name: t(`clock.term-${id}`),
    rule: [t(`clock.length-${length.unit}`, { count: length.length }), clause === null ? '' : ruleName(clause, visit)]
      .filter(Boolean)
      .join(', '),
    lastDay: lastDay === null ? '' : visit.day(lastDay),
    standing: t(standingKey(term), { day }),
    isOverdue,
  };
}

function standingKey({ id, standing, isTarget }: LegalTerm): MessageKey {
  if (standing === 'met' && id === 'discussion') return 'clock.closed';
  return standing === 'overdue' && isTarget ? 'clock.overdue-target' : `clock.${standing}`;
}

/** "paragraph 8, sub-paragraph 3 of the Rules" for R8.3; another act's clause as it is. */
export function ruleName(clause: string, { t }: PageVisit): string {
  const [, paragraph, sub] = /^R(\d+)(?:\.(\d+)|[a-z])?$/.exec(clause) ?? [];
  if (!paragraph) return clause;
  return sub ? t('clock.rule-sub', { paragraph, sub }) : t('clock.rule', { paragraph });
}
