import type { FormModel } from '../../pages-kit/form-errors.js';
import { view } from '../../pages-kit/view.js';

export interface WaitingText {
  readonly number: string;
  readonly href: string;
  readonly hidingHref: string;
  /** Number and version of the text, as the form sends it back. */
  readonly value: string;
  readonly language: string;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly receivedAt: string;
  readonly waits: string;
  /** What the text seems to hold of somebody's; null for nothing. */
  readonly personal: string | null;
}

export interface WaitingModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly title: string;
  readonly titleLanguage: string;
  readonly heading: string;
  readonly done: string | null;
  readonly count: string;
  readonly action: string;
  readonly texts: readonly WaitingText[];
  /** The chosen ones are looked at once more before they become public. */
  readonly isPreview: boolean;
  /** Whether the person may release. */
  readonly mayRelease: boolean;
  readonly submit: string;
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const waitingView = view<WaitingModel>('moderation/waiting');
