import { describe, expect, it } from '@jest/globals';
import { type Actor, citizen, type Role, roles, system } from '#lib/kernel';
import { requireOwnBody, requireRole } from './rights.js';

const officer = (bodyId: string, ...held: Role[]): Actor => ({
  kind: 'officer',
  id: 'o',
  name: 'O',
  bodyId,
  roles: held,
});

describe('requireRole', () => {
  for (const held of roles)
    for (const asked of roles)
      it(`${held === asked ? 'lets' : 'does not let'} ${held} act as ${asked}`, () => {
        const attempt = () => requireRole(officer('b', held), asked);
        if (held === asked) expect(attempt).not.toThrow();
        else expect(attempt).toThrow(expect.objectContaining({ code: 'not-allowed' }));
      });

  it('lets any of several roles act', () =>
    expect(() => requireRole(officer('b', 'signer'), 'officer', 'signer')).not.toThrow());
  it('lets the system act', () => expect(() => requireRole(system('seed'), 'administrator')).not.toThrow());
  it('does not let an officer without a role act', () => expect(() => requireRole(officer('b'), 'officer')).toThrow());
  it('does not let a citizen act', () => expect(() => requireRole(citizen, 'officer')).toThrow());
});

describe('requireOwnBody', () => {
  it('lets an officer of the body in', () => expect(() => requireOwnBody(officer('b'), 'b')).not.toThrow());
  it('lets the system in', () => expect(() => requireOwnBody(system('worker'), 'b')).not.toThrow());
  for (const [who, actor] of [
    ['an officer of another body', officer('c', 'officer')],
    ['an administrator of another body', officer('c', 'administrator')],
    ['a citizen', citizen],
  ] as const)
    it(`hides the thing from ${who}`, () =>
      expect(() => requireOwnBody(actor, 'b')).toThrow(expect.objectContaining({ code: 'not-found' })));
});
