import { type Neighbour, outcomeLabel, type OutcomeLabel } from '#lib/consideration';
import { firstWords } from '#lib/drafting';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { outcomeTag } from '../answer/outcome-tag.js';
import { withQueue } from '../queue/queue-search.js';
import type { RemarkFacts } from './remark-facts.js';
import { inForce, pointNumbers, type RemarkReading } from './remark-reading.js';
import type { NeighbourLine } from './remark.view.js';

const EXCERPT = 70;

/** The remark among those around it in the queue: where an officer is, and where to go from there. */
export function neighbourLinks({ visit, reading, neighbours, queue }: RemarkFacts) {
  const line = (each: Neighbour) => neighbourLine(each, visit, queue);
  const [before, after] = [neighbours.before.map(line), neighbours.after.map(line)];
  return {
    previousHref: before.at(-1)?.href ?? null,
    nextHref: after[0]?.href ?? null,
    around: before.length + after.length > 0 ? [...before, hereLine(reading, visit), ...after] : [],
  };
}

/** How a remark stands: by the decisions in force on its points. */
export const outcomeOf = (reading: RemarkReading): OutcomeLabel =>
  outcomeLabel(pointNumbers(reading).map((point) => inForce(reading, point)?.outcome ?? null));

function neighbourLine(each: Neighbour, visit: PageVisit, queue: string): NeighbourLine {
  return {
    href: withQueue(visit.to(`officer/remarks/${each.number}`), queue),
    number: each.number,
    text: firstWords(each.beginning, EXCERPT),
    outcome: outcomeTag(each.outcome, visit.t),
  };
}

function hereLine(reading: RemarkReading, visit: PageVisit): NeighbourLine {
  const { number, text } = reading.remark;
  return {
    href: null,
    number,
    text: firstWords(text ?? '', EXCERPT),
    outcome: outcomeTag(outcomeOf(reading), visit.t),
  };
}
