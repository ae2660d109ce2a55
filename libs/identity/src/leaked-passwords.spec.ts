import { describe, expect, it } from '@jest/globals';
import { isLeakedPassword } from './leaked-passwords.js';

describe('isLeakedPassword', () => {
  it.each(['password', 'iloveyou', 'qwertyuiop', 'trustno1', 'zxcvbnm', 'letmein'])('knows %s', (word) =>
    expect(isLeakedPassword(word)).toBe(true),
  );
  it.each(['', 'tulip fence 40 harbour', 'жауқазын-гүлі-көктемде', '__proto__', 'constructor'])(
    'does not know %s',
    (word) => expect(isLeakedPassword(word)).toBe(false),
  );
});
