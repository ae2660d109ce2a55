import { describe, expect, it } from '@jest/globals';
import { passwordFaults } from './password-rules.js';

const owner = { email: 'aigerim.s@mne.gov.kz', name: 'Айгерім Серікқызы' };
const leaked = new Set(['password', 'qwertyuiop', 'dragonfly', 'sunshine', 'trustno1', 'x']);
const faultsOf = (password: string) => passwordFaults(password, owner, (word) => leaked.has(word));

describe('passwordFaults', () => {
  it.each([
    'tulip fence 40 harbour',
    'Жауқазын-гүлі-көктемде',
    'kV8#pq2!xZr7',
    'x-91827364550-yz',
    'Айгерім ағайынды қалыңсаз',
    'Dragonfly over the quiet harbour',
    'я'.repeat(3) + 'длинная фраза без цифр',
  ])('takes %s', (password) => expect(faultsOf(password)).toEqual([]));

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
    ['a leaked word with signs', '!!!sunshine2024', ['too-common']],
    ['a leaked word in look-alike signs', 'P@ssw0rd2024!', ['too-common']],
    ['a row of Russian keys', 'йцукенгшщзхъ', ['too-common']],
    ['the own name with a year', 'Айгерім.Серікқызы-1990', ['is-the-name']],
    ['a part of the address and the product', 'aigerim_talqy_01', ['is-the-name']],
    ['the product with digits', 'Талқы-2026-2027', ['is-the-name']],
    ['the address', 'Aigerim.S@mne.gov.kz', ['is-the-address']],
    ['the address with a digit', 'aigerim.s1@mne.gov.kz', ['is-the-address']],
  ])('refuses %s', (_, password, faults) => expect(faultsOf(password)).toEqual(faults));
});
