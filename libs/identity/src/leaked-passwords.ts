import { createRequire } from 'node:module';

/** The list is CommonJS and half a megabyte; it is read when the first password is set, not at every start. */
const require = createRequire(import.meta.url);
let words: ReadonlySet<string> | undefined;

/** Whether a word, in small letters, is one of the 49 thousand passwords that leaked most often. */
export function isLeakedPassword(word: string): boolean {
  words ??= new Set(readList().map((each) => each.toLowerCase()));
  return words.has(word);
}

function readList(): readonly string[] {
  const { dictionary } = require('@zxcvbn-ts/language-common') as { dictionary: Record<string, readonly string[]> };
  const list = dictionary['passwords-common'];
  if (!list || list.length < 10_000) throw new Error('the list of leaked passwords is not whole');
  return list;
}
