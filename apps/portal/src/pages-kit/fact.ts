import type { Said } from './titles.js';

/** A line of a list of facts, with where it leads and the language of its words when it is not the page's. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  readonly href?: string;
  readonly language?: string;
  readonly isCode?: boolean;
}

export const fact = (name: string, text: string, href?: string): Fact => ({ name, text, ...(href ? { href } : {}) });

export const codeFact = (name: string, text: string, href?: string): Fact => ({
  ...fact(name, text, href),
  isCode: true,
});

/** Words of the register, that may be in another language than the page. */
export const saidFact = (name: string, { text, language }: Said, href?: string): Fact => ({
  ...fact(name, text, href),
  language,
});
