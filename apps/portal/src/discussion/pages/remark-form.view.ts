import type { Language } from '#lib/kernel';
import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';
import type { PersonalNotice } from './personal-notice.js';
import type { TypedRemark } from './remark-form.js';

export interface CheckItem {
  readonly value: string;
  readonly text: string;
  readonly checked?: boolean;
  readonly hint?: { readonly text: string };
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface RemarkFormModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly close: string | null;
  readonly action: string;
  readonly values: TypedRemark;
  readonly clauses: readonly CheckItem[];
  readonly textLimit: number;
  /** Personal data found in the text, to be looked at before it is sent; null for none. */
  readonly personal: PersonalNotice | null;
  readonly submit: string;
}

export const remarkFormView = view<RemarkFormModel>('discussion/remark-form');
