import { view } from '../../pages-kit/view.js';
import type { FileLink } from './results.view.js';

export interface OwnReportModel {
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly isClosed: boolean;
  readonly isFrozen: boolean;
  readonly isSigner: boolean;
  readonly blockers: readonly { readonly text: string; readonly href: string | null }[];
  readonly report: {
    readonly version: string;
    readonly state: string;
    readonly dataSha256: string;
    readonly assembledAt: string;
    readonly signedAt: string | null;
    readonly publishedAt: string | null;
    readonly counts: readonly { readonly name: string; readonly cells: readonly string[] }[];
    readonly sums: string;
    readonly late: string;
    readonly files: readonly FileLink[];
  } | null;
  readonly assembleAction: string;
  readonly signAction: string;
  readonly queueHref: string;
  readonly compareHref: string;
  readonly publicHref: string | null;
}

export const ownReportView = view<OwnReportModel>('reports/own-report');
