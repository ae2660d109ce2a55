import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected?: boolean;
}

export interface QueueModel extends FormModel {
  readonly back: Link;
  readonly title: string;
  readonly titleLanguage: string;
  readonly done: string | null;
  readonly progress: string;
  readonly note: string | null;
  /** Views of the work, each with how many remarks it has. */
  readonly tabs: readonly (Link & { readonly isCurrent: boolean })[];
  readonly action: string;
  readonly filter: {
    readonly undecided: boolean;
    readonly words: string;
    /** Set by a view, and kept when another field changes. */
    readonly kept: readonly { readonly name: string; readonly value: string }[];
    readonly kinds: readonly Option[];
    readonly clauses: readonly Option[];
    readonly workers: readonly Option[];
    readonly senders: readonly Option[];
  };
  readonly found: string;
  readonly items: readonly QueueLine[];
  /** What can be done with chosen remarks; null when nothing can. */
  readonly acts: {
    readonly work: string;
    readonly answer: string;
    readonly query: string;
    /** "all 317 found", when they are more than the page shows. */
    readonly all: string | null;
    readonly colleagues: readonly Option[];
    readonly mayConfirm: boolean;
  } | null;
  /** Where else the discussion is worked on. */
  readonly links: readonly Link[];
  /** Proposals to hide that nobody has decided. */
  readonly hidings: readonly Link[];
  readonly objections: readonly Link[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export interface QueueLine {
  readonly href: string;
  readonly number: string;
  readonly kind: string;
  readonly about: string;
  readonly receivedOn: string;
  readonly text: string;
  readonly outcome: { readonly text: string; readonly classes: string };
  /** Who works on it, by when, flagged, notes, group. */
  readonly facts: readonly string[];
}

export const queueView = view<QueueModel>('consideration/queue');
