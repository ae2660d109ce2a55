import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface SignInModel extends FormModel {
  readonly email: string;
  readonly hasEnded: boolean;
  /** Whether a password was set a moment ago. */
  readonly isSet: boolean;
}

export const signInView = view<SignInModel>('identity/sign-in');
