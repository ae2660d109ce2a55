import { describe, expect, it } from '@jest/globals';
import { passwordFaults } from './password-rules.js';

const email = 'aigerim.s@mne.gov.kz';

describe('passwordFaults', () => {
  it.each([
    'tulip fence 40 harbour',
    'Жауқазын-гүлі-көктемде',
    'kV8#pq2!xZr7',
    'я'.repeat(3) + 'длинная фраза без цифр',
  ])('takes %s', (password) => expect(passwordFaults(password, email)).toEqual([]));

  it.each([
    ['eleven characters', 'kV8#pq2!xZr', ['too-short']],
    ['eleven letters of two units each', '😀😁😂🤣😃😄😅😆😉😊😋', ['too-short']],
    ['more than 200 characters', 'tulip fence '.repeat(17) + 'x'.repeat(9), ['too-long']],
    ['a common word with digits', 'Password12345!', ['too-common']],
    ['a common Kazakh word with digits', '2024Қазақстан2024', ['too-common']],
    ['a row of keys', 'qwertyuiopas', ['too-common']],
    ['digits alone', '294857103948', ['too-common']],
    ['one letter again and again', 'aaaaaaaaaaaaaa', ['too-common']],
    ['a few letters again and again', 'abcabcabcabc1', ['too-common']],
    ['the address', 'Aigerim.S@mne.gov.kz', ['is-the-address']],
    ['the address with a digit', 'aigerim.s1@mne.gov.kz', ['is-the-address']],
  ])('refuses %s', (_, password, faults) => expect(passwordFaults(password, email)).toEqual(faults));
});
