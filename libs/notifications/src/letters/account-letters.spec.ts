import { describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { addressLetter, factorResetLetter, invitationLetter, passwordResetLetter } from './account-letters.js';

describe.each(languages)('letters about accounts in %s', (language) => {
  const facts = { to: 'a@b.kz', language, link: 'https://t.kz/x' };

  it('invite by a link, until when, into which body', () => {
    const { id, text, subject } = invitationLetter({ ...facts, invitationId: 'i1', body: 'Министрлік', until: 'u1' });
    expect(id).toBe('invitation.i1.1');
    for (const fact of [facts.link, 'Министрлік', 'u1']) expect(text).toContain(fact);
    expect(subject).not.toMatch(/[\r\n{]/);
  });
  it('carry the link of a forgotten password, and say what to do when nobody asked', () => {
    const { id, text } = passwordResetLetter({ ...facts, resetId: 'r1', until: 'u1' });
    expect(id).toBe('password-reset.r1.1');
    for (const fact of [facts.link, 'u1']) expect(text).toContain(fact);
  });
  it('ask a mailbox by a link, say for which draft, and what to do when nobody asked', () => {
    const { id, text, subject } = addressLetter({ ...facts, confirmationId: 'c1', draft: 'Жоба', until: 'u1' });
    expect(id).toBe('address.c1.1');
    for (const fact of [facts.link, 'Жоба', 'u1']) expect(text).toContain(fact);
    expect(subject).not.toMatch(/[\r\n{]/);
  });
  it('tell of a second factor that was taken away, each time anew', () => {
    expect(factorResetLetter({ ...facts, actId: 'a1' }).text).toContain(facts.link);
    expect(factorResetLetter({ ...facts, actId: 'a1' }).id).not.toBe(factorResetLetter({ ...facts, actId: 'a2' }).id);
  });
});
