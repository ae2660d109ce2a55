import { describe, expect, it } from '@jest/globals';
import { hasHiddenCharacters, isWritableText } from './writable-text.js';

describe('a text that can be written', () => {
  it.each(['', 'Қазақстан', 'a\n\tb', '😀', 'е\u0301', '\u202e'])('%j is one', (text) => {
    expect(isWritableText(text)).toBe(true);
  });
  it.each(['\0', 'a\0b', '\ud83d', 'a\ude00b', '\ude00\ud83d'])('%j is none', (text) => {
    expect(isWritableText(text)).toBe(false);
  });
});

describe('what no reader sees', () => {
  it.each(['a\tb', 'a\nb', 'a\u0085b', 'safe\u202egnp', '\u2066x', '\u200f'])('%j has it', (text) =>
    expect(hasHiddenCharacters(text)).toBe(true),
  );
  it.each(['', 'Қазақстан «туралы»', 'е\u0301', '😀'])('%j has not', (text) =>
    expect(hasHiddenCharacters(text)).toBe(false),
  );
});
