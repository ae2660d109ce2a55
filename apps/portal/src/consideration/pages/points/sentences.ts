import type { PointPart } from '#lib/consideration';
import type { Language } from '#lib/kernel';

/** A sentence of a remark, and where it begins, in characters (code points) from 0; without the white space around it. */
export interface Sentence {
  readonly part: PointPart;
  readonly startsAt: number;
  readonly text: string;
}

/** The sentences of a text in their order; a line of its own is one too. */
export function sentencesOf(text: string, part: PointPart, language: Language): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const before = segment.length - segment.trimStart().length;
    const trimmed = segment.trim();
    if (trimmed !== '') sentences.push({ part, startsAt: at + lengthOf(segment.slice(0, before)), text: trimmed });
    at += lengthOf(segment);
  }
  return sentences;
}

export const lengthOf = (text: string): number => Array.from(text).length;
