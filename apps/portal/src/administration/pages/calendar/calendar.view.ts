import type { FormModel } from '../../../pages-kit/form-errors.js';
import type { SelectOption } from '../../../pages-kit/select-options.js';
import type { SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import type { Tag } from '../../../sheets/pages/import.view.js';

interface Back {
  readonly href: string;
  readonly text: string;
}

export interface ShownDay {
  readonly day: string;
  readonly weekday: string;
  readonly kind: Tag;
  readonly name: string;
  readonly act: string;
}

export interface CalendarModel {
  readonly back: Back;
  readonly title: string;
  readonly action: string;
  readonly years: readonly SelectOption[];
  readonly source: string;
  readonly importHref: string;
  readonly months: readonly {
    readonly name: string;
    readonly worked: string;
    readonly days: readonly ShownDay[];
  }[];
}

export const calendarView = view<CalendarModel>('administration/calendar');

export interface CalendarFormModel extends FormModel {
  readonly back: Back;
  readonly action: string;
}

export const calendarFormView = view<CalendarFormModel>('administration/calendar-form');

export interface CalendarPlanModel {
  readonly back: Back;
  readonly facts: readonly SummaryRow[];
  readonly done: { readonly text: string; readonly href: string } | null;
  readonly changed: string | null;
  readonly faults: readonly { readonly place: string; readonly field: string; readonly text: string }[];
  readonly days: readonly (ShownDay & { readonly becomes: Tag })[];
  readonly terms: readonly {
    readonly href: string;
    readonly title: string;
    readonly titleLanguage: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly apply: { readonly action: string; readonly seen: string } | null;
  readonly obstacle: string | null;
  readonly formHref: string;
}

export const calendarPlanView = view<CalendarPlanModel>('administration/calendar-plan');
