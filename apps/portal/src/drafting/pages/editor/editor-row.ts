import { type ClauseEdit, type DraftedClause, isEditPossible } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import { selectOptions } from '../../../pages-kit/select-options.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { Focus } from './editor-act.js';
import type { EditorAction, EditorRow } from './editor.view.js';

interface Around {
  readonly shown: readonly Language[];
  readonly focus: Focus | undefined;
  readonly visit: PageVisit;
}

const DEEPEST_DRAWN = 5;
/** Letters in a line of a box, about. */
const LINE = 55;
const moves: readonly ClauseEdit[] = ['up', 'down', 'in', 'out', 'remove'];

/** One clause of the form: its fields carry its place. */
export function editorRow(clauses: readonly DraftedClause[], place: number, around: Around): EditorRow {
  const { shown, focus, visit } = around;
  const { t } = visit;
  const { lineageId = '', kind, level, label, text } = clauses[place - 1] ?? emptyClause;
  const isHere = focus?.place === place;
  const action = (edit: ClauseEdit): EditorAction | null =>
    isEditPossible(clauses, edit, place)
      ? { value: `${edit}-${place}`, text: t(`drafting.edit.${edit}`), isFocused: isHere && focus.edit === edit }
      : null;
  const actions = moves.flatMap((edit) => action(edit) ?? []);
  const isAtAction = actions.some(({ isFocused }) => isFocused);
  return {
    place,
    name: t('drafting.edit-row', { place }),
    depth: Math.min(Math.max(level, 1), DEEPEST_DRAWN),
    level,
    lineageId,
    kinds: selectOptions(
      (['CLAUSE', 'SECTION'] as const).map((each) => [each, t(`drafting.edit-kind.${each}`)]),
      kind,
    ),
    label,
    isLabelFocused: isHere && !isAtAction,
    sides: shown.map((language) => ({
      field: `text-${place}-${language}`,
      language,
      label: t(`language.${language}`),
      value: text[language] ?? '',
      rows: rowsFor(text[language] ?? '', kind),
    })),
    add: action('add'),
    moves: actions,
    isOpen: isAtAction,
  };
}

const emptyClause: DraftedClause = { kind: 'CLAUSE', level: 1, label: '', text: { kk: '', ru: '' } };

/** A box shows a text of usual length without scrolling. */
function rowsFor(text: string, kind: DraftedClause['kind']): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE), 0);
  return Math.min(16, Math.max(kind === 'SECTION' ? 1 : 3, lines + 1));
}
