import { describe, expect, it } from '@jest/globals';
import { keptForm, ownPath, readKept, written } from './kept-form.js';

describe('ownPath', () => {
  it.each(['/kk/officer', '/ru/officer/remarks/7K3Q/hiding', '/en/officer/account?x=1'])('leads to %s', (path) =>
    expect(ownPath(path)).toBe(path),
  );
  it.each(['', 'https://evil.kz', '//evil.kz', '/kk/officer//evil', '/kk/officers', '/kk/', '/kk/officer\\evil', 7])(
    'does not lead to %s',
    (path) => expect(ownPath(path)).toBeUndefined(),
  );
});

describe('a kept form', () => {
  it('comes back as it was typed, without its token', () => {
    const kept = keptForm('/kk/officer/a', { csrf: 'x', text: 'бір\n"екі"', list: ['a', 'b'] });
    expect(kept && readKept(kept.action, written(kept))).toEqual({
      action: '/kk/officer/a',
      fields: [
        { name: 'text', value: 'бір\n"екі"' },
        { name: 'list', value: 'a' },
        { name: 'list', value: 'b' },
      ],
    });
  });
  it.each(['', '{}', '[1]', '[["a"]]', '[["a",{}]]', 'no json'])('is not made of %s', (text) =>
    expect(readKept('/kk/officer', text)).toBeUndefined(),
  );
  it('is not sent to another site', () => {
    expect(keptForm('//evil.kz', {})).toBeUndefined();
    expect(readKept('https://evil.kz/kk/officer', '[]')).toBeUndefined();
  });
});
