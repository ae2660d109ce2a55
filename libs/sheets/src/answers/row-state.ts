import { hash } from 'node:crypto';
import { isId, isLanguage, type Language } from '#lib/kernel';

/** What a row of the sheet was about, and what stood there, when it was exported. */
export interface RowState {
  /** Of the words in the sheet. */
  readonly language: Language;
  /** The version of the draft whose clauses are named: a later one may number them anew. */
  readonly draftVersion: number;
  /** The remark that the row shows. */
  readonly remarkId: string;
  /** From 1. */
  readonly position: number;
  /** Null while nobody has split or decided the remark. */
  readonly pointId: string | null;
  /** The version of the decision that the row shows; 0 for none. */
  readonly decision: number;
  /** The group that the row answers, and what stood on all its members (`AnswersInView.seen`); null for a remark by itself. */
  readonly group: { readonly no: number; readonly seen: string } | null;
}

const FORM = 'talqy1';
const NONE = '-';
const CHECK = 16;

/**
 * The state as the hidden cell of its row, with a digest at the end by which a damaged cell is noticed. It is no secret and no
 * seal: everything it says is looked up anew, and who can forge it may decide by the pages as well.
 */
export function rowStateText(state: RowState): string {
  const { language, draftVersion, remarkId, position, pointId, decision, group } = state;
  const said = [FORM, language, draftVersion, remarkId, position, pointId ?? NONE, decision];
  const text = [...said, group?.no ?? NONE, group?.seen ?? NONE].join(' ');
  return `${text} ${checkOf(text)}`;
}

/** The state in a hidden cell; undefined when the cell is damaged or never was one. */
export function readRowState(cell: string): RowState | undefined {
  const parts = cell.trim().split(/\s+/);
  const check = parts.pop() ?? '';
  if (checkOf(parts.join(' ')) !== check) return undefined;
  const [form, language = '', version, remarkId = '', position, pointId = '', decision, no = '', seen = ''] = parts;
  if (form !== FORM || !isLanguage(language) || !isId(remarkId) || (pointId !== NONE && !isId(pointId)))
    return undefined;
  if (![version, position, decision, no === NONE ? '0' : no].every(isNumber)) return undefined;
  return {
    language,
    draftVersion: Number(version),
    remarkId,
    position: Number(position),
    pointId: pointId === NONE ? null : pointId,
    decision: Number(decision),
    group: no === NONE ? null : { no: Number(no), seen },
  };
}

const isNumber = (text: string | undefined): boolean => /^\d{1,9}$/.test(text ?? '');

const checkOf = (text: string): string => hash('sha256', text).slice(0, CHECK);

/** What a row answers, whatever it says: two rows with the same one would decide the same point twice. */
export const subjectOf = ({ group, remarkId, pointId, position }: RowState): string =>
  group ? `group ${group.no} ${position}` : (pointId ?? `remark ${remarkId} ${position}`);
