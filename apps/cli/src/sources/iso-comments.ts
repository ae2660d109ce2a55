import { type Instant, type LegalDay, plusMilliseconds } from '#lib/kernel';
import { startOfLocalDay, zonedText } from '#lib/time-limits';
import { parse } from 'yaml';
import { decisionColumns } from '../discussion-folder/decision-rows.js';
import { remarkColumns } from '../discussion-folder/remark-rows.js';
import { csvText, marked, type SourceReading, yamlText } from './folder-files.js';

const ZONE = 'Europe/Zurich';

interface Comment {
  readonly id: string;
  readonly body: string;
  readonly locality: { readonly clause?: string | null; readonly element?: string | null };
  readonly comments: string;
  readonly proposed_change: string | null;
  readonly observations: string | null;
}

const noText = {
  kk: 'импортталған деректерде жобаның мәтіні жоқ, өзгерісті хатшылық өз мәтініне енгізеді.',
  ru: 'в импортированных данных нет текста проекта, изменение вносит секретариат в свой текст.',
};
const noObservation = {
  kk: 'Дереккөзде осы ескерту бойынша хатшылықтың пікірі жоқ.',
  ru: 'В источнике нет ответа секретариата на это замечание.',
};

/** What the first words of the secretariat's observation mean. */
const meanings: readonly (readonly [opening: RegExp, outcome: string, reason: string])[] = [
  [/^(accepted|agreed)\b/i, 'TAKEN_INTO_ACCOUNT', 'ACCEPTED'],
  [/^(clarification|please clarify)\b/i, 'NOT_TAKEN_INTO_ACCOUNT', 'CLARIFICATION_NEEDED'],
  [/^noted\b/i, 'NOT_TAKEN_INTO_ACCOUNT', 'NOTED'],
];

/**
 * Turns an ISO comment sheet (template of March 2012, as YAML) into a discussion's folder. The sheet has no times: comment n
 * arrives n seconds after the opening day has begun. It has no text of the draft either: each clause it names stands there.
 * @param title of the draft standard, in English
 */
export function readIsoComments(text: string, opened: LegalDay, title: string): SourceReading {
  const { comments } = parse(text) as { comments: readonly Comment[] };
  const openAt = startOfLocalDay(opened, ZONE);
  const clauses = clausesOf(comments);
  return {
    files: {
      'discussion.yaml': yamlText('ISO comment sheet', planOf(openAt, title)),
      'draft.yaml': yamlText('The sheet has no text of the draft: the clauses it names', draftOf(clauses)),
      'remarks.csv': csvText(
        remarkColumns,
        comments.map((comment, index) => remarkOf(comment, plusMilliseconds(openAt, (index + 1) * 1000), clauses)),
      ),
      'decisions.csv': csvText(decisionColumns, comments.map(decisionOn)),
    },
    notes: [
      `the sheet has no times: comment n is taken as received n seconds after ${opened} began in ${ZONE}`,
      'observations that begin with "Accepted" are taken into account; "Clarification needed" and empty ones are not',
      'a comment with a proposed change is a proposal, one without is a remark',
    ],
  };
}

const clauseName = ({ locality }: Comment): string => (locality.clause ?? '').trim();
const isWholeDraft = (name: string): boolean => name === '' || /^whole document$/i.test(name);

/** Every clause the sheet names, in the order of first mention. */
const clausesOf = (comments: readonly Comment[]): readonly string[] => [
  ...new Set(comments.map(clauseName).filter((name) => !isWholeDraft(name))),
];

const planOf = (openAt: Instant, title: string) => ({
  profile: 'iso-enquiry',
  kind: 'OTHER_DRAFT',
  developer: {
    code: 'iso-secretariat',
    kind: 'OTHER',
    name: { kk: 'ISO хатшылығы', ru: 'Секретариат ISO', en: 'ISO secretariat' },
  },
  title: { kk: marked('en', title), ru: marked('en', title), en: title },
  zone: ZONE,
  placements: [{ channel: 'COMMENT_PORTAL', url: 'https://www.iso.org/obp', placed_at: zonedText(openAt, ZONE) }],
});

const draftOf = (clauses: readonly string[]) => [
  { section: '1.', en: 'Clauses of the draft that comments name' },
  ...clauses.map((name, index) => ({ clause: `${index + 1}.`, en: /^\d+$/.test(name) ? `Clause ${name}` : name })),
];

function remarkOf(comment: Comment, receivedAt: Instant, clauses: readonly string[]) {
  const place = clauses.indexOf(clauseName(comment));
  const element = comment.locality.element?.trim();
  return {
    ref: comment.id,
    received_at: receivedAt,
    channel: 'IMPORT',
    kind: comment.proposed_change?.trim() ? 'PROPOSAL' : 'REMARK',
    sender_kind: 'LEGAL_ENTITY',
    language: 'en',
    name: `National body ${comment.body}`,
    organisation: comment.body,
    anchors: place === -1 ? '' : String(place + 1),
    body: element ? `${element}: ${comment.comments.trim()}` : comment.comments.trim(),
    proposed_wording: comment.proposed_change?.trim() ?? '',
  };
}

function decisionOn({ id: ref, observations }: Comment) {
  const observation = observations?.trim() ?? '';
  if (observation === '') {
    const ground = { ground_kk: noObservation.kk, ground_ru: noObservation.ru };
    return { ref, outcome: 'NOT_TAKEN_INTO_ACCOUNT', reason_code: 'OTHER', ...ground };
  }
  const [, outcome = 'NOT_TAKEN_INTO_ACCOUNT', reason_code = 'OTHER'] =
    meanings.find(([opening]) => opening.test(observation)) ?? [];
  const ground = { ground_kk: marked('en', observation), ground_ru: marked('en', observation) };
  const unchanged = outcome === 'TAKEN_INTO_ACCOUNT' ? { no_change_kk: noText.kk, no_change_ru: noText.ru } : {};
  return { ref, outcome, reason_code, ...ground, ...unchanged };
}
