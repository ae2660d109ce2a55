import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { checkRegister, type KnownBody } from './register-check.js';
import type { RegisterRow } from './register-row.js';
import type { Authority, StateBodyKind } from './state-body.js';

const name = { kk: 'а', ru: 'а' };
const body = (line: number, code: string, kind: StateBodyKind, authority?: Authority): RegisterRow => ({
  line,
  type: 'body',
  body: { code, kind, name, isSubordinateToPresident: false, ...(authority ? { authority } : {}) },
});
const service = (line: number, code: string, bodyCode: string): RegisterRow => ({
  line,
  type: 'service',
  service: { code, name, enteredOn: legalDay('2016-05-20'), act: '№ 1', bodyCode },
});
const section = (line: number, code: string): RegisterRow => ({ line, type: 'section', section: { code, name } });
const known = (code: string, kind: StateBodyKind, authority: Authority | null = null): KnownBody => ({
  code,
  kind,
  authority,
});

const codes = (rows: RegisterRow[], register: KnownBody[] = []) =>
  checkRegister(rows, register).map(({ line, code }) => `${line} ${code}`);

describe('checkRegister', () => {
  it('accepts a service whose body stands later in the file', () =>
    expect(codes([service(2, '00000001', 'a'), body(3, 'a', 'CENTRAL')])).toEqual([]));
  it('accepts a service whose body is in the register', () =>
    expect(codes([service(2, '00000001', 'a')], [known('a', 'CENTRAL')])).toEqual([]));
  it('refuses a service of an unknown body', () =>
    expect(codes([service(2, '00000001', 'b')], [known('a', 'CENTRAL')])).toEqual(['2 unknown-body']));
  it('refuses a service whose standard a local body would develop (R10.I.2, REQ-12)', () =>
    expect(codes([service(2, '00000001', 'a')], [known('a', 'LOCAL_EXECUTIVE')])).toEqual(['2 body-not-central']));
  it('judges a body by its row in the file, not by the register', () =>
    expect(codes([body(2, 'a', 'AKIM'), service(3, '00000001', 'a')], [known('a', 'CENTRAL')])).toEqual([
      '3 body-not-central',
    ]));
  it('refuses a code that stands twice', () =>
    expect(codes([body(2, 'a', 'CENTRAL'), body(3, 'a', 'CENTRAL')])).toEqual(['3 duplicate']));
  it('refuses a section that stands twice, and takes it for no body of the same code', () => {
    expect(codes([section(2, '021'), section(3, '022'), section(4, '021')])).toEqual(['4 duplicate']);
    expect(codes([section(2, '021'), body(3, '021', 'CENTRAL')])).toEqual([]);
  });
  it('takes a service whose section has no name, and a section without a service', () =>
    expect(codes([body(2, 'a', 'CENTRAL'), service(3, '00000001', 'a'), section(4, '021')])).toEqual([]));
  it('keeps an authority with one body (R9)', () => {
    const two = [body(2, 'a', 'CENTRAL', 'PUBLIC_SERVICES'), body(3, 'b', 'CENTRAL', 'PUBLIC_SERVICES')];
    expect(codes(two)).toEqual(['3 authority-taken']);
    expect(codes([body(2, 'b', 'CENTRAL', 'PUBLIC_SERVICES')], [known('a', 'CENTRAL', 'PUBLIC_SERVICES')])).toEqual([
      '2 authority-taken',
    ]);
  });
  it('lets one file move an authority from one body to another', () => {
    const moved = [body(2, 'b', 'CENTRAL', 'PUBLIC_SERVICES'), body(3, 'a', 'CENTRAL')];
    expect(codes(moved, [known('a', 'CENTRAL', 'PUBLIC_SERVICES')])).toEqual([]);
  });
});
