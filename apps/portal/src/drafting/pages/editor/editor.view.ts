import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import { view } from '../../../pages-kit/view.js';

/** A text of a clause in one language, or the title in it. */
export interface EditorSide {
  readonly field: string;
  readonly language: string;
  readonly label: string;
  readonly value: string;
  readonly rows: number;
}

export interface EditorAction {
  readonly value: string;
  readonly text: string;
  /** It was pressed to come here: the keyboard goes on from it. */
  readonly isFocused: boolean;
}

export interface EditorRow {
  readonly place: number;
  readonly name: string;
  /** As deep as it is drawn. */
  readonly depth: number;
  readonly level: number;
  readonly lineageId: string;
  readonly kinds: readonly SelectOption[];
  readonly label: string;
  readonly isLabelFocused: boolean;
  readonly sides: readonly EditorSide[];
  readonly add: EditorAction | null;
  readonly moves: readonly EditorAction[];
  readonly isOpen: boolean;
}

export interface EditorModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly lead: string;
  readonly saved: { readonly text: string; readonly isNew: boolean } | null;
  readonly action: string;
  readonly dossierId: string;
  readonly basedOn: number;
  /** Nothing of what stands here is saved yet. */
  readonly isUnsaved: boolean;
  readonly hasEnglish: boolean;
  readonly titles: readonly EditorSide[];
  readonly rows: readonly EditorRow[];
  readonly first: EditorAction | null;
  /** The dossier with the version somebody saved meanwhile. */
  readonly newestHref: string | null;
  readonly mayOffer: boolean;
}

export const editorView = view<EditorModel>('drafting/editor');
