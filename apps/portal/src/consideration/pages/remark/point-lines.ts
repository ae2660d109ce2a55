import { decisionLine } from '../answer/decision-line.js';
import { withQueue } from '../queue/queue-search.js';
import type { RemarkFacts } from './remark-facts.js';

import { inForce, pointNumbers } from './remark-reading.js';
import type { PointLine } from './remark.view.js';

/** Each point of a remark with the decision in force on it. */
export function pointLines(
  { visit, reading, point: chosen, queue }: Pick<RemarkFacts, 'visit' | 'reading' | 'point' | 'queue'>,
  here: string,
  mayDecide: boolean,
): PointLine[] {
  const { discussion, changeable, names, points } = reading;
  return pointNumbers(reading).map((number) => {
    const decision = inForce(reading, number);
    const spans = points.find(({ position }) => position === number)?.spans ?? [];
    return {
      name: visit.t('decide.point', { number: String(number) }),
      quote: spans.map(({ quote }) => quote).join(' … '),
      decision: decision ? decisionLine(decision, { visit, discussion, changeable, names }) : null,
      isConfirmed: Boolean(decision?.confirmedBy),
      isChosen: mayDecide && number === chosen,
      href: `${withQueue(`${here}?point=${number}`, queue)}#decision`,
    };
  });
}
