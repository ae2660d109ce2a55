import { view } from '../../../pages-kit/view.js';

export interface LeftModel {
  readonly heading: string;
  readonly lead: string;
  /** Where the session of the provider is ended. */
  readonly href: string;
  readonly text: string;
}

/**
 * Nobody is here any more; the page goes on by itself to the provider that opened the way. A form may lead to no other site (its policy
 * says so), a page may.
 */
export const leftView = view<LeftModel>('identity/left');
