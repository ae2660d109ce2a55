import { expect, it } from '@jest/globals';
import { isNameOfPerson } from './officer-facts.js';

it.each(['Айгүл Сәрсенова', '\u200eАйгүл Сәрсенова'])('%j can be the name of an account', (name) =>
  expect(isNameOfPerson(name)).toBe(true),
);
it.each(['', 'a\tb', 'safe\u202egnp', 'т'.repeat(201)])('%j cannot', (name) =>
  expect(isNameOfPerson(name)).toBe(false),
);
