import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { Tab, Tag } from '../../../sheets/pages/import.view.js';

interface Base {
  readonly back: { readonly href: string; readonly text: string };
  readonly tabs: readonly Tab[];
}

interface Pages {
  readonly next?: string;
  readonly first?: string;
}

export interface Names {
  readonly text: string;
  readonly language: string;
}

export interface BodiesModel extends Base {
  readonly action: string;
  readonly search: string;
  readonly kinds: readonly SelectOption[];
  readonly bodies: readonly {
    readonly code: string;
    readonly name: Names;
    readonly kind: string;
    readonly notes: readonly string[];
    readonly resourceUrl: string | null;
    readonly servicesHref: string;
  }[];
  readonly pages: Pages;
}

export const bodiesView = view<BodiesModel>('administration/bodies');

/** A section that has no name is shown by its code. */
export interface ShownSection {
  readonly code: string;
  readonly name: Names | null;
}

export interface ServicesModel extends Base {
  readonly action: string;
  readonly search: string;
  readonly body: string;
  readonly sections: readonly SelectOption[];
  readonly services: readonly {
    readonly code: string;
    readonly name: Names;
    readonly section: ShownSection;
    readonly enteredOn: string;
    readonly act: string;
    readonly body: Names;
  }[];
  readonly pages: Pages;
}

export const servicesView = view<ServicesModel>('administration/services');

export interface SectionsModel extends Base {
  readonly action: string;
  readonly search: string;
  readonly sections: readonly (ShownSection & { readonly services: string; readonly servicesHref: string | null })[];
  readonly pages: Pages;
}

export const sectionsView = view<SectionsModel>('administration/sections');

export interface RegisterFormModel extends Base, FormModel {
  readonly action: string;
  readonly columns: string;
}

export const registerFormView = view<RegisterFormModel>('administration/register-form');

export interface RegisterPlanModel extends Base {
  readonly facts: readonly SummaryRow[];
  readonly done: string | null;
  readonly changed: string | null;
  readonly counts: readonly Tab[];
  readonly rows: readonly {
    readonly line: string;
    readonly kind: Tag;
    readonly what: string;
    readonly code: string;
    readonly name: Names | null;
    readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
    readonly faults: readonly { readonly field: string; readonly text: string }[];
  }[];
  readonly pages: Pages;
  readonly apply: { readonly action: string; readonly seen: string; readonly means: string } | null;
  /** Why there is no button. */
  readonly obstacle: string | null;
  readonly formHref: string;
}

export const registerPlanView = view<RegisterPlanModel>('administration/register-plan');
