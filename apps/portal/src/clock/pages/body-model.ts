import type { Figures } from '#lib/discussion';
import type { AnswerRecord, ClockLine } from '#lib/reports';
import type { StateBody } from '#lib/service-register';
import { fact } from '../../pages-kit/fact.js';
import { figuresOf } from '../../pages-kit/figures.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { BodyModel } from './body.view.js';
import { clockRow } from './clock-line.js';

export interface BodyRecord {
  readonly body: StateBody;
  readonly figures: Figures;
  readonly record: AnswerRecord;
  readonly lines: readonly ClockLine[];
}

const ROWS = 100;
const WIDTH = 400;

export function bodyModel({ body, figures, record, lines }: BodyRecord, visit: PageVisit): BodyModel {
  const { t, language } = visit;
  const name = inLanguage(body.name, language);
  const { number } = figuresOf(visit);
  return {
    back: { href: visit.to('clock'), text: t('clock.title') },
    name: name.text,
    nameLanguage: name.language,
    site: body.resourceUrl,
    lettersHref: visit.to(`bodies/${encodeURIComponent(body.code)}/letters`),
    listHref: `${visit.to('discussions')}?body=${encodeURIComponent(body.code)}`,
    figures: [
      fact(t('body.discussions'), number(figures.discussions)),
      fact(t('body.open'), number(figures.open)),
      fact(t('body.remarks'), number(figures.remarks)),
      ...answerParts(record, visit).map((part) => fact(part.name, number(part.count))),
      ...(record.withoutTerm > 0 ? [fact(t('body.without-term'), number(record.withoutTerm))] : []),
    ],
    bar: answerBar(record, visit),
    rows: lines.slice(0, ROWS).map((line) => clockRow(line, visit)),
    showsDeveloper: false,
    more: lines.length > ROWS ? t('clock.more', { count: lines.length - ROWS }) : null,
  };
}

const answerParts = ({ inTime, late, waiting, overdue }: AnswerRecord, { t }: PageVisit) => [
  { kind: 'in-time', name: t('body.in-time'), count: inTime },
  { kind: 'late', name: t('body.late'), count: late },
  { kind: 'waiting', name: t('body.waiting'), count: waiting },
  { kind: 'overdue', name: t('body.overdue'), count: overdue },
];

/** One bar of all closed discussions; null while there is none. */
function answerBar(record: AnswerRecord, visit: PageVisit): BodyModel['bar'] {
  const parts = answerParts(record, visit).filter(({ count }) => count > 0);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  let from = 0;
  return {
    description: parts.map(({ name, count }) => `${name}: ${count}`).join('; '),
    parts: parts.map((part) => {
      const x = from;
      from += (part.count / all) * WIDTH;
      return { ...part, x: Math.round(x), width: Math.max(2, Math.round(from) - Math.round(x)) };
    }),
  };
}
