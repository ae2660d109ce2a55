import { canonicalJson } from '#lib/kernel';
import type { ReportHead } from './report-data.js';

/** The two long parts, each element as canonical JSON, in its order. */
export interface LongParts {
  readonly remarks: AsyncIterable<string> | Iterable<string>;
  readonly rows: AsyncIterable<string> | Iterable<string>;
}

/**
 * The RFC 8785 text of a whole report, piece by piece: joined, it is what `canonicalJson` would give of head, remarks and rows
 * together, which a million rows could not be in one text.
 */
export async function* canonicalReport(head: ReportHead, { remarks, rows }: LongParts): AsyncGenerator<string> {
  const long = new Map([
    ['remarks', remarks],
    ['rows', rows],
  ]);
  // RFC 8785 orders members by their UTF-16 code units, as `toSorted` does.
  const members = [...Object.keys(head), ...long.keys()].toSorted();
  let separator = '{';
  for (const member of members) {
    yield `${separator}${JSON.stringify(member)}:`;
    separator = ',';
    const part = long.get(member);
    if (part) yield* listOf(part);
    else yield canonicalJson(head[member as keyof ReportHead]);
  }
  yield '}';
}

async function* listOf(elements: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let separator = '[';
  for await (const element of elements) {
    yield separator + element;
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}
