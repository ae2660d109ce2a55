import { type ClauseEdit, clauseEdits, type DraftedClause, editClauses } from '#lib/drafting';
import type { Form } from '../../../pages-kit/form.js';

/** What a button of the editor asks for: `save`, or `up-12` for the twelfth clause. The form alone, sent by a key or for its language, stays as it is. */
export type EditorAct =
  | { readonly kind: 'save' | 'english' | 'preview' | 'stay' }
  | { readonly kind: 'edit'; readonly edit: ClauseEdit; readonly place: number };

export function actOf(form: Form): EditorAct {
  if (form.changesLanguage) return { kind: 'stay' };
  const text = form.text('act');
  if (text === 'save' || text === 'english' || text === 'preview') return { kind: text };
  const [, name, place] = /^([a-z]+)-(\d{1,4})$/.exec(text) ?? [];
  const edit = clauseEdits.find((each) => each === name);
  return edit ? { kind: 'edit', edit, place: Number(place) } : { kind: 'stay' };
}

/** Where the keyboard goes on in the page that comes back. */
export interface Focus {
  readonly place: number;
  /** null: at the number of the clause. */
  readonly edit: ClauseEdit | null;
}

export function afterAct(
  clauses: readonly DraftedClause[],
  act: EditorAct,
): { readonly clauses: readonly DraftedClause[]; readonly focus?: Focus } {
  if (act.kind !== 'edit') return { clauses };
  const { clauses: edited, at } = editClauses(clauses, act.edit, act.place);
  const isAnother = act.edit === 'add' || act.edit === 'remove';
  return { clauses: edited, focus: { place: at, edit: isAnother ? null : act.edit } };
}
