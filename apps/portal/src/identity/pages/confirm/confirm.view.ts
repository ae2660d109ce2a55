import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { KeptForm } from './kept-form.js';

export interface ConfirmModel extends FormModel {
  readonly action: string;
  readonly asksPassword: boolean;
  readonly asksCode: boolean;
  /** Where the identity provider asks who is there, for a session that it opened; null when it is not to be asked. */
  readonly providerHref: string | null;
  /** Where to go on, when nothing was being sent. */
  readonly next: string;
  /** Where the form that waits goes, and its fields as one text; both empty when there is none. */
  readonly keptAction: string;
  readonly kept: string;
}

export const confirmView = view<ConfirmModel>('identity/confirm');

/** The provider was visited beside the page in which something waits. */
export const confirmedBesideView = view<object>('identity/confirmed-beside');

/** A form that waits in the page until it is sent once more. */
export interface KeptModel extends KeptForm {
  readonly heading: string;
  readonly lead: string;
  /** Where to sign in first, when the session is over. */
  readonly signInHref: string | null;
}

export const keptView = view<KeptModel>('identity/kept');
