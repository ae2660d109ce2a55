import { describe, expect, it } from '@jest/globals';
import { extensionOf, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  it.each([
    ['keeps a name', 'Ескертпе №1 (соңғы).pdf', 'Ескертпе №1 (соңғы).pdf'],
    ['drops a path', '../../etc/passwd.png', 'passwd.png'],
    ['drops a Windows path', 'C:\\Users\\me\\скан.jpeg', 'скан.jpeg'],
    ['drops line breaks, so that no header can be split', 'a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['drops the right-to-left override', 'act\u202efdp.exe', 'actfdp.exe'],
    ['drops isolates and marks', '\u2066a\u2069\u200f.pdf', 'a.pdf'],
    ['drops what has no width', 'a\u200b\ufeff.pdf', 'a.pdf'],
    ['drops a zero byte', 'a.pdf\0.html', 'a.pdf.html'],
    ['drops half a letter', 'a\ud800.pdf', 'a.pdf'],
    ['replaces markup', '<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ['replaces quotation marks and wildcards', 'a"b*c?.pdf', 'a_b_c_.pdf'],
    ['does not hide a file', '...htaccess', 'htaccess'],
    ['drops dots and spaces at the end', 'a.pdf . ', 'a.pdf'],
    ['frees a name that Windows keeps for itself', 'CON.pdf', '_CON.pdf'],
    ['puts letters together', 'и\u0306.pdf', 'й.pdf'],
    ['names the nameless', '  ', 'file'],
    ['names dots', '..', 'file'],
  ])('%s', (_, given, safe) => expect(safeFileName(given)).toBe(safe));

  it('keeps 120 characters and the extension', () => {
    const name = safeFileName(`${'ә'.repeat(300)}.docx`);
    expect([Array.from(name).length, extensionOf(name)]).toEqual([120, 'docx']);
  });
  it('does not cut a letter of two units in half', () =>
    expect(safeFileName(`${'😀'.repeat(200)}.pdf`)).toBe(`${'😀'.repeat(116)}.pdf`));
});

describe('extensionOf', () => {
  it.each([
    ['A.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['README', ''],
    ['a.', ''],
  ])('of %s is %s', (name, extension) => expect(extensionOf(name)).toBe(extension));
});
