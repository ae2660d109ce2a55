import { view } from '../../../pages-kit/view.js';

export interface DossiersModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly body: { readonly text: string; readonly language: string };
  /** null for who may not begin one. */
  readonly newHref: string | null;
  readonly dossiers: readonly {
    readonly href: string;
    readonly title: string;
    readonly titleLanguage: string;
    readonly kind: string;
    readonly state: string;
    readonly version: string;
    readonly opened: string;
  }[];
  readonly pages: { readonly next?: string; readonly first?: string };
}

export const dossiersView = view<DossiersModel>('drafting/dossiers');
