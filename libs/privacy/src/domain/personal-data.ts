import { addressPatterns } from './address-patterns.js';
import { isBin, isCardNumber, isIin } from './check-digits.js';

export const personalKinds = ['EMAIL', 'IIN', 'BIN', 'CARD', 'PHONE', 'ADDRESS'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A passage that looks like personal data: from `start` to before `end`, in UTF-16 units. */
export interface PersonalPassage {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

interface Detector {
  readonly pattern: RegExp;
  readonly kindOf: (passage: string) => PersonalKind | undefined;
}

const digitsOf = (passage: string): string => passage.replace(/\D/g, '');
const always = (kind: PersonalKind) => () => kind;

/** Digits with at most one space, dash or dot between two of them. */
const digits = (least: number, most: number) =>
  new RegExp(String.raw`(?<![\d.,/№-])\d(?:[ \u00a0.-]?\d){${least - 1},${most - 1}}(?!\d)`, 'g');

const register = (passage: string): PersonalKind | undefined => {
  const number = digitsOf(passage);
  if (isIin(number)) return 'IIN';
  return isBin(number) ? 'BIN' : undefined;
};

const SEPARATOR = String.raw`[ \u00a0().-]{0,3}`;
const NAMED = String.raw`(?:тел|телефон\p{L}{0,5}|моб|мобильн\p{L}{0,4}|ұялы|байланыс|ватсап|whats?app|phone|tel|mobile)`;

/** In this order: a passage found by an earlier one is not looked at by those after it. */
const detectors: readonly Detector[] = [
  {
    pattern:
      /[\p{L}\p{N}._%+-]{1,64}(?:@|[ ]?[([](?:at|собака|сабака)[)\]][ ]?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}/giu,
    kindOf: always('EMAIL'),
  },
  { pattern: digits(12, 12), kindOf: register },
  { pattern: digits(13, 19), kindOf: (passage) => (isCardNumber(digitsOf(passage)) ? 'CARD' : undefined) },
  // +7 or 8 and ten digits, free numbers (8 800) left out; from abroad + and the country; a shorter one after a word that says so.
  {
    pattern: new RegExp(String.raw`(?<![\d+])(?:\+7|8|7)${SEPARATOR}[3-79](?:${SEPARATOR}\d){9}(?!\d)`, 'g'),
    kindOf: always('PHONE'),
  },
  { pattern: new RegExp(String.raw`\+(?!7)\d{1,3}(?:${SEPARATOR}\d){7,12}(?!\d)`, 'g'), kindOf: always('PHONE') },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})${NAMED}[.:№ \u00a0-]{0,4}(?:\(\d{3,5}\)[ ]?)?\d(?:[ \u00a0.-]?\d){5,9}(?!\d)`,
      'giu',
    ),
    kindOf: always('PHONE'),
  },
  ...addressPatterns.map((pattern) => ({ pattern, kindOf: always('ADDRESS') })),
];

/**
 * Passages of a text that look like somebody's number, card, telephone, mail or home address, in their order and without overlap.
 * A help for the author and the officer, never a reason to refuse: what it finds may be public, and it does not find everything.
 */
export function findPersonalData(text: string): PersonalPassage[] {
  const found: PersonalPassage[] = [];
  for (const { pattern, kindOf } of detectors) {
    for (const match of text.matchAll(pattern)) {
      const kind = kindOf(match[0]);
      const passage = { start: match.index, end: match.index + match[0].length };
      const isTaken = found.some(({ start, end }) => passage.start < end && start < passage.end);
      if (kind !== undefined && !isTaken) found.push({ kind, ...passage });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
