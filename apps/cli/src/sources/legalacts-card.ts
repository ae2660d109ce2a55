import { legalDay, type LegalDay } from '#lib/kernel';
import { daysBetween, readLocalTime, startOfLocalDay, zonedText } from '#lib/time-limits';
import { decisionColumns } from '../discussion-folder/decision-rows.js';
import { remarkColumns } from '../discussion-folder/remark-rows.js';
import { csvText, marked, type SourceReading, yamlText } from './folder-files.js';

const ZONE = 'Asia/Almaty';

interface Pair {
  readonly ru: string;
  readonly kk: string;
}

interface Comment {
  readonly external_id: number;
  readonly author: string;
  readonly clause_anchor: string;
  readonly commented_at_raw: string;
  readonly text: string;
  readonly decision: string;
  readonly answer: { readonly text: string } | null;
}

/** A card of Kazakhstan's portal of open acts, as its collectors stored it. */
interface Card {
  readonly external_id: number;
  readonly url_path: string;
  readonly government_id: number;
  readonly created_raw: string;
  readonly discussion_until_raw: string;
  readonly agency: Pair;
  readonly title: Pair;
  readonly content: readonly { readonly n: number; readonly head: Pair; readonly body: Pair }[];
  readonly comments: readonly Comment[];
}

/**
 * Turns a card into a discussion's folder. Days have no hour and times no year and no zone: a day is read as its first instant in
 * Asia/Almaty, a time `10/09 - 11:05` in the year the card was made, or the next one when that lies before the making.
 */
export function readLegalactsCard(text: string): SourceReading {
  const card = JSON.parse(text) as Card;
  const created = dayOf(card.created_raw);
  const until = dayOf(card.discussion_until_raw);
  const comments = card.comments.toSorted((a, b) => a.external_id - b.external_id);
  const name = `legalacts card ${card.external_id}`;
  return {
    files: {
      'discussion.yaml': yamlText(`${name}, ${card.url_path}`, planOf(card, created, daysBetween(created, until))),
      'draft.yaml': yamlText(
        `${name}: the table of contents shown there is the text that was discussed`,
        draftOf(card),
      ),
      'remarks.csv': csvText(
        remarkColumns,
        comments.map((comment) => remarkOf(comment, created)),
      ),
      'decisions.csv': csvText(decisionColumns, comments.flatMap(decisionOn)),
    },
    notes: [
      `window: ${created} to ${until}, both inclusive, in ${ZONE}`,
      'times of remarks: in the year of the card, offset of Asia/Almaty on that day, second 00',
      'answers of the body are decisions, never remarks; they exist in Russian only and stand marked [ru] as the Kazakh ground',
    ],
  };
}

/** `09/09/2026`, day first. */
function dayOf(raw: string): LegalDay {
  const [day = '', month = '', year = ''] = raw.split('/');
  return legalDay(`${year}-${month}-${day}`);
}

function planOf(card: Card, created: LegalDay, length: number) {
  return {
    profile: 'kz-open-npa',
    kind: 'OTHER_DRAFT',
    developer: {
      code: `legalacts-${card.government_id}`,
      kind: 'CENTRAL',
      name: { kk: card.agency.kk, ru: card.agency.ru },
    },
    title: { kk: card.title.kk, ru: card.title.ru },
    length,
    zone: ZONE,
    placements: [
      {
        channel: 'EGOV_PORTAL',
        url: `https://legalacts.egov.kz${card.url_path}`,
        placed_at: zonedText(startOfLocalDay(created, ZONE), ZONE),
      },
    ],
  };
}

const draftOf = ({ content }: Card) =>
  content.flatMap(({ n, head, body }) => [
    { section: `${n}.`, kk: head.kk, ru: head.ru },
    { clause: `${n}.`, kk: body.kk, ru: body.ru },
  ]);

function remarkOf(comment: Comment, created: LegalDay) {
  const found = /^(\d\d)\/(\d\d) - (\d\d:\d\d)$/.exec(comment.commented_at_raw);
  if (!found) throw new RangeError(`no time of a remark: ${comment.commented_at_raw}`);
  const [, day = '', month = '', time = ''] = found;
  const inYear = (year: number) => `${year}-${month}-${day}`;
  const made = Number(created.slice(0, 4));
  const date = inYear(made) < created ? inYear(made + 1) : inYear(made);
  return {
    ref: String(comment.external_id),
    received_at: zonedText(readLocalTime(`${date}T${time}:00`, ZONE), ZONE),
    channel: 'IMPORT',
    kind: 'REMARK',
    sender_kind: 'INDIVIDUAL',
    language: /[әғқңөұүһі]/i.test(comment.text) ? 'kk' : 'ru',
    name: comment.author,
    anchors: clauseOf(comment.clause_anchor),
    body: comment.text,
  };
}

/** The portal computes an anchor as twice the place of the row plus one. */
function clauseOf(anchor: string): string {
  const place = (Number(anchor) - 1) / 2;
  return Number.isInteger(place) && place > 0 ? String(place) : '';
}

function decisionOn({ external_id, decision, answer }: Comment) {
  if (!answer || (decision !== 'accepted' && decision !== 'rejected')) return [];
  const ground = { ground_kk: marked('ru', answer.text), ground_ru: answer.text };
  const ref = String(external_id);
  if (decision === 'rejected') return [{ ref, outcome: 'NOT_TAKEN_INTO_ACCOUNT', reason_code: 'OTHER', ...ground }];
  const unchanged = { no_change_kk: ground.ground_kk, no_change_ru: answer.text };
  return [{ ref, outcome: 'TAKEN_INTO_ACCOUNT', reason_code: 'ACCEPTED', ...ground, ...unchanged }];
}
