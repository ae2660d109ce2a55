import { describe, expect, it } from '@jest/globals';
import { addressFaults, contactFaults, type Sender, senderFaults } from './sender.js';

const faultsOf = (sender: Sender) => senderFaults(sender).map(({ field, fault }) => `${field} ${fault}`);

describe('sender (REQ-30)', () => {
  it.each<Sender>([
    { kind: 'INDIVIDUAL', name: 'Әсел' },
    { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@mail.kz' },
    {
      kind: 'LEGAL_ENTITY',
      name: 'Қанат',
      organisation: '«Дала» ЖШС',
      bin: '123456789012',
      representativeGround: 'жарғы',
    },
    { kind: 'GROUP', name: 'Олжас', organisation: 'Ата-аналар' },
  ])('takes %j', (sender) => {
    expect(faultsOf(sender)).toEqual([]);
  });

  it.each<[Sender, string]>([
    [{ kind: 'INDIVIDUAL', name: ' ' }, 'sender.name missing'],
    [{ kind: 'LEGAL_ENTITY', name: 'Қанат' }, 'sender.organisation missing'],
    [{ kind: 'LEGAL_ENTITY', name: '', organisation: '«Дала» ЖШС' }, 'sender.name missing'],
    [{ kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel' }, 'sender.email malformed'],
    [{ kind: 'INDIVIDUAL', name: 'Әсел', email: 'a@b\r\nBcc: c@d' }, 'sender.email not-text'],
    [{ kind: 'LEGAL_ENTITY', name: 'Қанат', organisation: 'x', bin: '12345' }, 'sender.bin malformed'],
    [{ kind: 'INDIVIDUAL', name: 'ә'.repeat(501) }, 'sender.name too-long'],
  ])('refuses %j', (sender, expected) => {
    expect(faultsOf(sender)).toContain(expected);
  });

  it.each([
    ['asel@mail.kz', []],
    [' ', ['missing']],
    ['asel', ['malformed']],
    ['asel\u0000@mail.kz', ['not-text']],
    ['asel@mail.kz\ud800', ['not-text']],
    [`${'a'.repeat(500)}@mail.kz`, ['too-long']],
  ])('takes an address alone as it takes it with its sender: %j', (email, expected) => {
    const faults = addressFaults(email);
    expect(faults.map(({ fault }) => fault)).toEqual(expected);
    if (email.trim()) expect(senderFaults({ kind: 'INDIVIDUAL', name: 'Әсел', email })).toEqual(faults);
  });

  it('asks for an address where the profile does, and not where it asks for nothing (AMB-20)', () => {
    const sender: Sender = { kind: 'INDIVIDUAL', name: 'Әсел' };
    expect(contactFaults(sender, 'name-and-contact')).toEqual([{ field: 'sender.email', fault: 'missing' }]);
    expect(contactFaults({ ...sender, email: 'asel@mail.kz' }, 'name-and-contact')).toEqual([]);
    expect(contactFaults(sender, 'none')).toEqual([]);
  });
});
