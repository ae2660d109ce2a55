import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface TypedTemplate {
  /** Of the template it takes the place of; empty for a new one. */
  readonly id: string;
  readonly name: string;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
}

export interface TemplatesModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly done: string | null;
  readonly items: readonly {
    readonly name: string;
    readonly reason: string;
    readonly groundKk: string;
    readonly groundRu: string;
    readonly editHref: string;
    readonly archiveAction: string;
  }[];
  /** null for who may only read. */
  readonly form: {
    readonly action: string;
    readonly heading: string;
    readonly typed: TypedTemplate;
    readonly reasons: readonly { readonly value: string; readonly text: string; readonly selected?: boolean }[];
  } | null;
}

export const templatesView = view<TemplatesModel>('consideration/templates');
