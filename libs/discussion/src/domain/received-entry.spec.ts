import { describe, expect, it } from '@jest/globals';
import { letterFaults, type ReceivedLetter } from './received-entry.js';

const letter: ReceivedLetter = {
  channel: 'PAPER',
  registration: 'ЖТ-17',
  arrival: { day: '2016-07-01' },
  content: { kind: 'REMARK', language: 'kk', text: 'Мерзімді қысқарту', anchors: [] },
  sender: { kind: 'INDIVIDUAL', name: 'Әсел' },
  scans: ['scan'],
};
const faultsOf = (over: Partial<ReceivedLetter>) => letterFaults({ ...letter, ...over }, new Set());

describe('a letter typed in (REQ-41)', () => {
  it('is sound with its registration, sender, text and scan', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    ['a paper without a scan', { scans: [] }, 'scans', 'missing'],
    ['an empty reason for it', { scans: [], noScanReason: ' ' }, 'noScanReason', 'missing'],
    ['eleven sheets', { scans: Array.from({ length: 11 }, String) }, 'scans', 'too-long'],
    ['eleven enclosures', { attachments: Array.from({ length: 11 }, String) }, 'attachments', 'too-long'],
    ['no registration', { registration: ' ' }, 'registration', 'missing'],
    ['a registration of two lines', { registration: 'a\nb' }, 'registration', 'not-text'],
    ['nobody', { sender: { kind: 'INDIVIDUAL', name: '' } }, 'sender.name', 'missing'],
    ['no text', { content: { ...letter.content, text: '' } }, 'text', 'missing'],
  ] as const)('is refused with %s', (_name, over, field, fault) => {
    expect(faultsOf(over)).toContainEqual(expect.objectContaining({ field, fault }));
  });

  it.each([
    ['a paper, when it is said why it has no scan', { scans: [], noScanReason: 'Сканер жөндеуде' }],
    ['an e-mail', { channel: 'EMAIL', scans: [] }],
    ['what was said at the desk', { channel: 'DESK', scans: [] }],
  ] as const)('needs no scan: %s', (_name, over) => {
    expect(faultsOf(over)).toEqual([]);
  });
});
