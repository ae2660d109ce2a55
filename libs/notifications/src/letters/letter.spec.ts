import { describe, expect, it } from '@jest/globals';
import { closingLetter } from './closing-letter.js';
import { hidingLetter } from './hiding-letter.js';
import { oneLine } from './letter.js';
import { objectionLetter } from './objection-letter.js';
import { receiptLetter } from './receipt-letter.js';
import { withdrawalLetter } from './withdrawal-letter.js';
import { reportLetter } from './report-letter.js';

const common = { remarkId: 'r1', to: 'a@example.kz', draft: 'Жоба\r\nBcc: x@y.z', link: 'https://t/kk' } as const;

describe('letters', () => {
  it('keep what a sender typed out of the headers', () => {
    expect(oneLine('a\r\nBcc: b\u2028c')).toBe('a Bcc: b c');
    const letter = closingLetter({ ...common, language: 'ru', close: 'до 24:00', count: 2 });
    expect(letter.subject).not.toMatch(/[\r\n]/);
  });

  it.each(['kk', 'ru', 'en'] as const)('say the same three things in %s (REQ-36)', (language) => {
    const facts = { ...common, language, number: '7K3Q', receivedAt: '2016', hash: 'ab', close: 'c', revision: 2 };
    const receipt = receiptLetter(facts);
    expect(receipt.id).toBe('receipt.r1.2');
    for (const fact of ['7K3Q', 'ab', common.link]) expect(receipt.text).toContain(fact);
    expect(closingLetter({ ...common, language, close: 'c', count: 0 }).text).toContain(common.link);
    const withdrawn = withdrawalLetter({ ...common, language, number: '7K3Q', reason: 'себеп' });
    for (const fact of ['7K3Q', 'себеп', common.link]) expect(withdrawn.text).toContain(fact);
    const why = { ground: 'негіз', explanation: 'түсіндірме', developer: 'министрлік' };
    const hidden = hidingLetter({ ...common, hidingId: 'h1', language, number: '7K3Q', passages: null, ...why });
    for (const fact of ['7K3Q', common.link, ...Object.values(why)]) expect(hidden.text).toContain(fact);
    expect(hidden.id).toBe('hiding.h1.1');
    const redacted = hidingLetter({ ...common, hidingId: 'h2', language, number: '7K3Q', passages: 3, ...why });
    for (const fact of ['7K3Q', '3', common.link, why.ground, why.explanation]) expect(redacted.text).toContain(fact);
    expect(redacted.subject).not.toBe(hidden.subject);
    const said = { objectionId: 'o1', language, number: '7K3Q', answer: 'жауап' };
    const upheld = objectionLetter({ ...common, ...said, isUpheld: true });
    for (const fact of ['7K3Q', 'жауап', common.link]) expect(upheld.text).toContain(fact);
    expect(objectionLetter({ ...common, ...said, isUpheld: false }).text).not.toBe(upheld.text);
    const answer = {
      quote: 'үш\nкүн',
      isTakenIntoAccount: false,
      outcome: 'ескерілмеді',
      reason: 'бюджет',
      ground: 'Қаражат көзделмеген.',
    };
    const reported = reportLetter({ ...common, language, number: '7K3Q', hash: 'ab', answers: [answer] });
    for (const fact of ['7K3Q', 'үш күн', 'ескерілмеді – бюджет', answer.ground]) expect(reported.text).toContain(fact);
    const hiddenAnswer = reportLetter({ ...common, language, number: '7K3Q', hash: 'ab', answers: [] });
    expect(hiddenAnswer.text).not.toContain('7K3Q');
  });
});
