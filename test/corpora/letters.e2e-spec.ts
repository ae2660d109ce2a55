import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { Mailer } from '#lib/notifications';
import { corpus } from './corpus.js';

const folder = mkdtempSync(join(tmpdir(), 'talqy-letters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('texts meant to do harm in a letter', () => {
  it('v5.0.0-1.3.11: add no header, no recipient and no part, as a subject, a text or an address', async () => {
    const mailer = new Mailer({ smtpUrl: undefined, folder, from: 'Talqy <talqy@example.kz>', host: 'example.kz' });
    const { texts } = corpus();
    for (const text of texts) {
      const letter = { id: newId(), to: 'aigul@example.kz', subject: text, text, language: 'ru' as const };
      expect(await mailer.send(letter)).toBe('sent');
    }
    const letters = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(letters.length).toBe(texts.length);
    const usual =
      /^(From|To|Subject|Message-ID|Content-Language|Auto-Submitted|Content-Transfer-Encoding|Date|MIME-Version|Content-Type)$/i;
    for (const letter of letters) {
      const [head = ''] = letter.split('\n\n');
      const names = head
        .split('\n')
        .filter((line) => !/^[ \t]/.test(line))
        .map((line) => line.split(':')[0] ?? '');
      expect(names.filter((each) => !usual.test(each))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      expect(head).toMatch(/^To: aigul@example\.kz$/m);
      expect(head).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
    }
  });
});
