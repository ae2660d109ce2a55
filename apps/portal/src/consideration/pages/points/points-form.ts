import type { LivePoint, PointSpan } from '#lib/consideration';
import type { Form } from '../../../pages-kit/form.js';
import { lengthOf, type Sentence } from './sentences.js';

/** To which point each sentence belongs, from 1; 0 to none. */
export type SentencePoints = readonly number[];

export const fieldOf = ({ part, startsAt }: Sentence): string => `${part}-${startsAt}`;

export const typedPoints = (form: Form, sentences: readonly Sentence[]): SentencePoints =>
  sentences.map((sentence) => {
    const typed = form.text(fieldOf(sentence));
    return /^[1-9]\d?$/.test(typed) ? Number(typed) : 0;
  });

/** By the points there are: a sentence belongs to the one whose passage covers its beginning. */
export const pointsNow = (sentences: readonly Sentence[], points: readonly LivePoint[]): SentencePoints =>
  sentences.map(({ part, startsAt }) => {
    const covers = (span: PointSpan) =>
      span.part === part && span.startsAt <= startsAt && startsAt < span.startsAt + lengthOf(span.quote);
    return points.find(({ spans }) => spans.some(covers))?.position ?? 0;
  });

/**
 * The passages of each point, the points in the order of their numbers without gaps. Sentences of one point that follow each
 * other are one passage, with what stands between them.
 * @param texts the whole texts the sentences are of
 */
export function passagesOf(
  sentences: readonly Sentence[],
  numbers: SentencePoints,
  texts: Readonly<Record<Sentence['part'], string>>,
): PointSpan[][] {
  const used = [...new Set(numbers.filter((number) => number > 0))].toSorted((a, b) => a - b);
  return used.map((number) => {
    const spans: { part: Sentence['part']; startsAt: number; endsAt: number; last: number }[] = [];
    for (const [index, { part, startsAt, text }] of sentences.entries()) {
      if (numbers[index] !== number) continue;
      const before = spans.at(-1);
      const endsAt = startsAt + lengthOf(text);
      if (before?.part === part && before.last === index - 1) Object.assign(before, { endsAt, last: index });
      else spans.push({ part, startsAt, endsAt, last: index });
    }
    return spans.map(({ part, startsAt, endsAt }) => ({
      part,
      startsAt,
      quote: Array.from(texts[part]).slice(startsAt, endsAt).join(''),
    }));
  });
}
