import { readRemarkNumber } from '#lib/discussion';

/** Numbers as people copy them, each once in its written form; what is no number stays as it is and is found by nobody. */
export const writtenNumbers = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.map((number) => readRemarkNumber(number) ?? number.trim()).filter((number) => number !== '')),
];
