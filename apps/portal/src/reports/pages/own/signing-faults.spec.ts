import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { SignatureRefused } from '#lib/signatures';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { signingRefusal } from './signing-faults.js';

const t = translator('kk');
const refused = (error: unknown) => {
  const errors = new FormErrors();
  return { refusal: signingRefusal(error, errors, t), fields: errors.summary.map(({ href }) => href) };
};
const blocked = (...codes: string[]) =>
  new DomainError('report-blocked', 'blocked', { blockers: codes.map((code) => ({ code })) });

describe('what is refused at the signature', () => {
  it.each<[string, unknown, number, string[]]>([
    ['a bad signature', new SignatureRefused('NOT_CMS'), 422, ['#signature']],
    ['a verifier that is away', new SignatureRefused('VERIFIER_UNAVAILABLE'), 503, ['#signature']],
    ['a newer version', new DomainError('wrong-state', 'x'), 409, ['#version']],
    ['a signature over another sheet', new DomainError('conflict', 'x'), 409, ['#version']],
    ['warnings that were not read', blocked('warnings-not-acknowledged'), 422, ['#acknowledges']],
    ['what stands in the way', blocked('data-altered'), 409, ['#blockers']],
    ['both', blocked('data-altered', 'warnings-not-acknowledged'), 409, ['#blockers', '#acknowledges']],
  ])('%s comes back to the page beside its field', (_, error, status, fields) => {
    const { refusal, fields: named } = refused(error);
    expect([refusal?.status, named]).toEqual([status, fields]);
  });

  it.each([new Error('x'), new DomainError('not-found', 'x'), new DomainError('report-frozen', 'x'), undefined])(
    '%s is for the filter of problems',
    (error) => expect(refused(error).refusal).toBeUndefined(),
  );
});
