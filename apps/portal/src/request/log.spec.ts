import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.js';

describe('the log', () => {
  it('tells where a database error is, and none of the words that were sent', () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: 'info' }, { write: (line: string) => void lines.push(line) });
    const error = Object.assign(new Error('null value in column "kind"'), {
      code: '23502',
      parameters: ['Құпия Атауы', 'qupia@secret.example'],
      detail: 'Failing row contains (Құпия Атауы)',
    });
    log.error({ err: error }, 'request failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'request failed', err: { code: '23502', type: 'Error' } });
    expect(lines[0]).not.toMatch(/Құпия|secret\.example/);
  });
});
