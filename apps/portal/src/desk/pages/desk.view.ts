import { view } from '../../pages-kit/view.js';

export interface DeskModel {
  readonly body: { readonly text: string; readonly language: string };
  /** Remarks on which colleagues wait for this officer. */
  readonly mentions: readonly { readonly href: string; readonly number: string; readonly text: string }[];
  /** Of security, for an administrator. */
  readonly alarms: readonly string[];
  /** Whether the dossiers and the work on them are theirs to open; who only keeps accounts sees how things stand. */
  readonly mayLookIn: boolean;
  /** null for who may not begin a draft. */
  readonly newDraftHref: string | null;
  readonly dossiersHref: string;
  readonly templatesHref: string;
  /** What senders asked to be erased; null for who is no administrator. */
  readonly erasuresHref: string | null;
  readonly drafts: readonly {
    readonly href: string;
    readonly title: string;
    readonly titleLanguage: string;
    readonly state: string;
  }[];
  readonly discussions: readonly {
    readonly title: string;
    readonly titleLanguage: string;
    readonly draftHref: string;
    readonly state: { readonly text: string; readonly classes: string };
    readonly close: string;
    readonly progress: string;
    readonly dossierHref: string;
    readonly queueHref: string;
    readonly entriesHref: string;
    readonly entries: string;
    readonly reportHref: string;
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const deskView = view<DeskModel>('desk/desk');
