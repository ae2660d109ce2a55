import type { FormModel } from '../../pages-kit/form-errors.js';
import type { SelectOption } from '../../pages-kit/select-options.js';
import { view } from '../../pages-kit/view.js';

export interface SheetModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly note: string | null;
  readonly downloadAction: string;
  readonly downloadHint: string;
  readonly languageOptions: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
  readonly clauses: readonly SelectOption[];
  /** null while nothing may be uploaded, or for whom it is not. */
  readonly uploadAction: string | null;
  readonly fileHint: string;
  readonly own: readonly { readonly href: string; readonly name: string; readonly state: string }[];
}

export const sheetView = view<SheetModel>('sheets/sheet');
