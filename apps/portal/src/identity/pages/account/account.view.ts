import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';

export interface AccountModel {
  readonly factor: { readonly enrolledAt: string; readonly codesLeft: string } | null;
  readonly factorHref: string;
  readonly codesAction: string;
  readonly passwordHref: string;
  readonly tokensHref: string;
  readonly sessions: readonly {
    readonly device: string;
    readonly place: string;
    readonly openedAt: string;
    readonly seenAt: string;
    readonly isThis: boolean;
    readonly endAction: string;
  }[];
  readonly endOthersAction: string;
  readonly note: string | null;
  /** The identity provider that lets officials in too; null when there is none. */
  readonly provider: {
    readonly heading: string;
    readonly text: string;
    readonly action: string;
    readonly isBound: boolean;
    /** Why the last visit to it was in vain. */
    readonly refusal: string | null;
    readonly canEnd: boolean;
  } | null;
}
export const accountView = view<AccountModel>('identity/account');

export interface FactorModel extends FormModel {
  readonly action: string;
  /** Why the page stands before everything else; null when it was asked for. */
  readonly isObligatory: boolean;
  readonly isReplaced: boolean;
  readonly secret: string;
  readonly offer: string;
  readonly picture: { readonly size: number; readonly path: string };
  readonly back: { readonly href: string; readonly text: string };
}
export const factorView = view<FactorModel>('identity/factor');

export interface RecoveryCodesModel {
  readonly codes: readonly string[];
  readonly onwards: string;
}
export const recoveryCodesView = view<RecoveryCodesModel>('identity/recovery-codes');

export interface PasswordModel extends FormModel {
  readonly action: string;
  readonly least: number;
  readonly back: { readonly href: string; readonly text: string };
}
export const passwordView = view<PasswordModel>('identity/password');
