import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { Choice } from '../../role-choices.js';

export interface TokensModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly action: string;
  readonly tokens: readonly {
    readonly name: string;
    readonly prefix: string;
    readonly rights: string;
    readonly until: string;
    readonly used: string;
    readonly hasExpired: boolean;
    readonly revokeAction: string;
  }[];
  readonly name: string;
  readonly days: string;
  readonly most: number;
  readonly chosenRoles: readonly string[];
  readonly roleChoices: readonly Choice[];
  readonly chosenAccess: string;
  readonly accessChoices: readonly Choice[];
}
export const tokensView = view<TokensModel>('identity/tokens');

export const tokenMadeView = view<{ readonly token: string; readonly name: string; readonly back: string }>(
  'identity/token-made',
);
