import type { Multilingual } from '#lib/kernel';

/** A section of the register; what is discussed of its services has it for its topic. */
export interface RegisterSectionFacts {
  /** The first three of the eight digits of its services. */
  readonly code: string;
  readonly name: Multilingual;
}

export const isSectionCode = (code: string): boolean => /^[0-9]{3}$/.test(code);

/** The section a service stands in: a code of the register is "section, subsection, number". */
export const sectionOf = (serviceCode: string): string => serviceCode.slice(0, 3);

/** What follows the section in its first and in its last code. */
const [FIRST, LAST] = ['00000', '99999'];

/** The first and the last code that a service of this section may have: a range that an index of codes answers. */
export const codesOfSection = (section: string): readonly [string, string] => [
  `${section}${FIRST}`,
  `${section}${LAST}`,
];

/** That range in SQL, where the section is a column too. @param section never what somebody typed */
export const isOfSection = (code: string, section: string): string =>
  `${code} between ${section} || '${FIRST}' and ${section} || '${LAST}'`;
