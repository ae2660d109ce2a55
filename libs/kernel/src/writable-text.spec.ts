import { describe, expect, it } from '@jest/globals';
import { isWritableText } from './writable-text.js';

describe('a text that can be written', () => {
  it.each(['', 'Қазақстан', 'a\n\tb', '😀', 'е\u0301', '\u202e'])('%j is one', (text) => {
    expect(isWritableText(text)).toBe(true);
  });
  it.each(['\0', 'a\0b', '\ud83d', 'a\ude00b', '\ude00\ud83d'])('%j is none', (text) => {
    expect(isWritableText(text)).toBe(false);
  });
});
