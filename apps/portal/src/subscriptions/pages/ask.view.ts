import type { Language } from '#lib/kernel';
import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';

export interface AskModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly name: string;
  readonly nameLanguage: Language;
  readonly lead: string;
  /** When a letter comes. */
  readonly told: readonly string[];
  /** Which drafts of a body; null for one draft. */
  readonly scopes:
    readonly { readonly value: string; readonly text: string; readonly hint?: { readonly text: string } }[] | null;
  readonly scope: string;
  readonly action: string;
  readonly email: string;
  /** A letter was asked for, whether or not one goes. */
  readonly isAsked: boolean;
  /** There is nothing to write about any more. */
  readonly isOver: boolean;
}

export const askView = view<AskModel>('subscriptions/ask');
