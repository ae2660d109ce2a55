import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { ReportFrame } from './report-frame.js';

export interface ShownPlacement {
  readonly url: string;
  readonly placedAt: string;
  /** With the kept file where there is one. */
  readonly proof: { readonly sha256: string; readonly href: string | null } | null;
}

export interface ReportPlacementsModel extends ReportFrame, FormModel {
  readonly done: string | null;
  /** A channel of the draft without the report (REQ-65); null while none lacks it. */
  readonly warning: string | null;
  readonly channels: readonly {
    readonly name: string;
    readonly isMissing: boolean;
    readonly placements: readonly ShownPlacement[];
  }[];
  readonly note: string | null;
  readonly form: {
    readonly action: string;
    readonly channels: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
    readonly url: string;
    readonly placedAt: string;
    readonly zoneHint: string;
  } | null;
}

export const placementsView = view<ReportPlacementsModel>('reports/own/placements');
