import { describe, expect, it } from '@jest/globals';
import { type IdentityLevel, identityLevels } from '#lib/time-limits';
import {
  confirmationFault,
  confirmationOf,
  needsConfirmation,
  needsProvider,
  needsSignature,
  type SenderConfirmation,
  takesMailbox,
} from './sender-confirmation.js';

const HERE = 'a discussion';
const email = 'asel@secret.example';
const address = (over = {}): SenderConfirmation => ({ kind: 'email', address: email, discussionId: HERE, ...over });
const provider: SenderConfirmation = {
  kind: 'provider',
  issuer: 'https://idp',
  subject: '1',
  name: '',
  provider: 'eGov',
};

const signature = { kind: 'signature', name: 'ЖІБЕКҚЫЗЫ ӘСЕЛ' } as SenderConfirmation;

/** Every level × every confirmation (AMB-20). */
const table: Readonly<Record<IdentityLevel, readonly (string | undefined)[]>> = {
  //                        nothing, this address, in capitals, another address, another discussion, the provider, a signature
  none: Array.from({ length: 7 }, () => undefined),
  'name-and-contact': Array.from({ length: 7 }, () => undefined),
  'confirmed-email': [
    'nothing-confirmed',
    undefined,
    undefined,
    'other-address',
    'other-discussion',
    undefined,
    undefined,
  ],
  'confirmed-by-provider': ['nothing-confirmed', 'too-weak', 'too-weak', 'too-weak', 'too-weak', undefined, undefined],
  signed: ['nothing-confirmed', 'too-weak', 'too-weak', 'too-weak', 'too-weak', 'too-weak', undefined],
  'national-body': Array.from({ length: 7 }, () => 'not-on-line'),
};
const brought: readonly (readonly [string, SenderConfirmation | undefined])[] = [
  ['nothing', undefined],
  ['this address', address()],
  ['this address in capitals', address({ address: ' ASEL@secret.example' })],
  ['another address', address({ address: 'asel@other.example' })],
  ['this address for another discussion', address({ discussionId: 'another' })],
  ['whom the provider named', provider],
  ['a signature', signature],
];
const cases = identityLevels.flatMap((level) =>
  brought.map(([what, confirmedBy], place) => [level, what, confirmedBy, table[level][place]] as const),
);

describe('the level of identity of a profile (AMB-20)', () => {
  it.each(cases)('%s: who brings %s', (level, _, confirmedBy, fault) => {
    const sender = confirmedBy ? { email, confirmedBy } : { email };
    expect(confirmationFault(sender, level, HERE)).toBe(fault);
  });

  it('counts no confirmed address for who leaves none', () => {
    expect(confirmationFault({ confirmedBy: address() }, 'confirmed-email', HERE)).toBe('other-address');
  });

  it.each(identityLevels)('%s: is asked for before the form, or not at all', (level) => {
    expect(needsConfirmation(level)).toBe(table[level][0] !== undefined);
  });

  it.each(identityLevels)('%s: asks for a mailbox, a provider or a signature at least, or otherwise', (level) => {
    const [nothing, mailbox, , , , named, signed] = table[level];
    const isAsked = nothing !== undefined;
    expect(takesMailbox(level)).toBe(isAsked && mailbox === undefined);
    expect(needsProvider(level)).toBe(isAsked && mailbox !== undefined && named === undefined);
    expect(needsSignature(level)).toBe(isAsked && named !== undefined && signed === undefined);
  });
});

describe('what is sealed with a sender', () => {
  it.each([
    [undefined, undefined],
    [provider, provider],
    [signature, signature],
    [address(), address()],
    [address({ address: 'asel@other.example' }), undefined],
    [address({ discussionId: 'another' }), undefined],
  ])('is a confirmation of this very sender: %j', (confirmedBy, kept) => {
    expect(confirmationOf(confirmedBy ? { email, confirmedBy } : { email }, HERE)).toEqual(kept);
  });
});
