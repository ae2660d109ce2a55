import type { MessageKey } from '#lib/localisation';
import { view } from '../../pages-kit/view.js';

/** A page of headings and paragraphs; the words are in the catalogues. */
export interface AboutModel {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export interface AboutText {
  readonly title: MessageKey;
  readonly lead: MessageKey;
  readonly sections: readonly { readonly heading: MessageKey; readonly paragraphs: readonly MessageKey[] }[];
  /** Addresses within the language, each with its words. */
  readonly links: readonly (readonly [string, MessageKey])[];
}

export const aboutView = view<AboutModel>('about/about');
