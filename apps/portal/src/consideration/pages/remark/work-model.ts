import { may } from '#lib/identity';
import type { RemarkFacts } from './remark-facts.js';
import type { WorkModel } from './remark.view.js';

/** Who works on the remark, and what colleagues tell each other about it. */
export function workModel({ visit, reading, officer, note }: RemarkFacts): WorkModel {
  const { t } = visit;
  const { work, colleagues, discussion } = reading;
  const { worker } = work;
  const due = worker?.dueOn ? ` ${t('work.due-on', { day: visit.day(worker.dueOn) })}` : '';
  const typed = note ?? { note: '', mentions: [] };
  return {
    worker: worker ? `${t('work.worker', { name: worker.name })}${due}` : t('work.nobody'),
    isMine: worker?.id === officer.id,
    isTaken: worker !== null,
    isFlagged: work.isFlagged,
    mayShare: may(officer, 'work.share'),
    notes: work.notes.map(({ author, writtenAt, text, mentions }) => ({
      author,
      at: visit.when(writtenAt, discussion.zone),
      text,
      asked: mentions.length > 0 ? t('work.asked', { names: mentions.join(', ') }) : '',
    })),
    typed,
    colleagues: colleagues
      .filter(({ id }) => id !== officer.id)
      .map(({ id, name }) => ({ value: id, text: name, checked: typed.mentions.includes(id) })),
  };
}
