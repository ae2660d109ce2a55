import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface SignInModel extends FormModel {
  readonly email: string;
  readonly hasEnded: boolean;
  /** Whether a password was set a moment ago. */
  readonly isSet: boolean;
  /** The identity provider that lets officials in too. */
  readonly provider: { readonly text: string; readonly href: string } | null;
}

export const signInView = view<SignInModel>('identity/sign-in');
