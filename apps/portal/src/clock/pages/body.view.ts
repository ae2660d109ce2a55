import type { Fact } from '../../pages-kit/fact.js';
import { view } from '../../pages-kit/view.js';
import type { ClockRow } from './clock-line.js';

export interface BodyModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly name: string;
  readonly nameLanguage: string;
  readonly site: string | null;
  readonly listHref: string;
  /** To ask for letters about its drafts. */
  readonly lettersHref: string;
  /** Discussions and answers in figures; the picture below shows the same. */
  readonly figures: readonly Fact[];
  readonly bar: {
    readonly description: string;
    readonly parts: readonly {
      readonly name: string;
      readonly count: number;
      readonly x: number;
      readonly width: number;
      readonly kind: string;
    }[];
  } | null;
  readonly rows: readonly ClockRow[];
  readonly showsDeveloper: boolean;
  readonly more: string | null;
}

export const bodyView = view<BodyModel>('clock/body');
