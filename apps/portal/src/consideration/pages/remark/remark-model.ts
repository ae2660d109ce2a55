import { may } from '#lib/identity';
import { findPersonalData } from '#lib/privacy';
import { noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { historyLines } from '../answer/decision-line.js';
import { outcomeTag } from '../answer/outcome-tag.js';
import { similarLinks } from '../grouping/similar-links.js';
import { queueHref, withQueue } from '../queue/queue-search.js';
import { isConfirmable } from './confirmable.js';
import { neighbourLinks, outcomeOf } from './neighbour-links.js';
import { pointLines } from './point-lines.js';
import type { RemarkFacts } from './remark-facts.js';
import { pointNumbers, type RemarkReading } from './remark-reading.js';
import type { RemarkModel } from './remark.view.js';
import { saidIn } from './said-in.js';
import { workModel } from './work-model.js';

/** The remark beside its clause, its points with the decision on each, the form for the next one, and the officers' work. */
export function remarkModel(facts: RemarkFacts): RemarkModel {
  const { visit, reading, officer, errors, done, queue } = facts;
  const { t } = visit;
  const { remark, discussion, history } = reading;
  const here = visit.to(`officer/remarks/${remark.number}`);
  const closedNote = closedNoteOf(reading, officer, visit);
  const mayDecide = closedNote === null && reading.similar.group === null;
  const context = { visit, discussion, changeable: reading.changeable, names: reading.names };
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: queueHref(discussion.id, queue, visit), text: t('queue.title') },
    heading: t('decide.heading', { kind: kindOf(reading, visit), number: remark.number }),
    done,
    ...neighbourLinks(facts),
    facts: factsOf(reading, visit),
    outcome: outcomeTag(outcomeOf(reading), t),
    ...saidIn(reading, visit),
    similar: similarLinks(reading, visit),
    entryHref: remark.entryId ? visit.to(`officer/discussions/${discussion.id}/entries/${remark.entryId}`) : null,
    hidingHref: `${here}/hiding`,
    points: pointLines(facts, here, mayDecide),
    closedNote,
    groupHref: groupHrefOf(reading, visit),
    splitHref: mayDecide ? withQueue(`${here}/points`, queue) : null,
    form: mayDecide ? { action: here, heading: formHeading(facts), fields: facts.fields } : null,
    mayConfirm: mayDecide && isConfirmable(reading, officer),
    here,
    queue,
    work: workModel(facts),
    history: historyLines(history, context),
  };
}

const kindOf = ({ remark }: RemarkReading, { t }: PageVisit): string =>
  t(remark.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal');

function factsOf({ remark, discussion }: RemarkReading, visit: PageVisit): string[] {
  const { t } = visit;
  const received = t('decide.received', { at: visit.when(remark.receivedAt, discussion.zone) });
  const state = remark.state === 'RECEIVED' ? [] : [t(`remark.state.${remark.state}`)];
  const kinds = new Set(
    findPersonalData(`${remark.text ?? ''}\n${remark.proposedWording ?? ''}`).map(({ kind }) => kind),
  );
  const personal = [...kinds].map((kind) => t(`privacy.kind.${kind}`)).join(', ');
  const warned = personal === '' ? [] : [t('privacy.officer-note', { kinds: personal })];
  return [inLanguage(discussion.title, visit.language).text, received, ...state, ...warned];
}

function closedNoteOf(
  { remark, discussion, work }: RemarkReading,
  officer: OfficerActor,
  { t }: PageVisit,
): string | null {
  if (discussion.state !== 'CLOSED') return t('queue.before-close');
  if (remark.state !== 'RECEIVED') return t(`remark.state.${remark.state}`);
  if (!work.isDecidable) return t('error.report-frozen');
  return may(officer, 'remark.decide') ? null : t('error.not-allowed');
}

function groupHrefOf({ similar, discussion }: RemarkReading, visit: PageVisit): string | null {
  return similar.group && visit.to(`officer/discussions/${discussion.id}/groups/${similar.group.groupNo}/answer`);
}

const formHeading = ({ visit: { t }, reading, point }: RemarkFacts): string =>
  pointNumbers(reading).length > 1 ? t('decide.form-point', { number: String(point) }) : t('decide.form');
