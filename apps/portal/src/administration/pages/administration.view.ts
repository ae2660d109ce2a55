import { view } from '../../pages-kit/view.js';

export interface AdministrationModel {
  readonly places: readonly { readonly href: string; readonly title: string; readonly about: string }[];
}

export const administrationView = view<AdministrationModel>('administration/administration');
