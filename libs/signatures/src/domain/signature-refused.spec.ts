import { describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { isMessageKey, translator } from '#lib/localisation';
import { isSignatureFault, signatureFaults, SignatureRefused } from './signature-refused.js';
import { trusts } from './verified-signature.js';

describe('SignatureRefused', () => {
  it('keeps a fault of the signature apart from a verifier that is away', () => {
    expect(new SignatureRefused('SIGNATURE_WRONG', 'why')).toMatchObject({
      code: 'signature-refused',
      details: { reason: 'SIGNATURE_WRONG', detail: 'why' },
    });
    expect(new SignatureRefused('VERIFIER_UNAVAILABLE').code).toBe('signature-verifier-unavailable');
  });
  it('knows its faults and nothing else', () => {
    expect(['NOT_CMS', 'toString', 'not_cms', 5].map(isSignatureFault)).toEqual([true, false, false, false]);
  });
});

it.each(languages)('every fault and every kind of trust has its sentence: %s', (language) => {
  const keys = [
    ...Object.keys(signatureFaults).map((fault) => `signature.refused.${fault}`),
    ...trusts.map((trust) => `signature.trust.${trust}`),
  ];
  const t = translator(language);
  expect(keys.filter((key) => !isMessageKey(key) || t(key).length < 20)).toEqual([]);
});
