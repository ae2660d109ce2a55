import { describe, expect, it } from '@jest/globals';
import { attachmentLimits } from '../domain/attachment-limits.js';
import { samplePdf, sampleJpeg, samplePng, wordParts, zipOf } from '../testing/sample-files.js';
import { sniffAttachment, sniffScan } from './sniff-attachment.js';

const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const after = (head: Buffer, tail: Buffer) => Buffer.concat([head, tail]);
const reasonOf = (content: Buffer, name: string) =>
  sniffAttachment(content, name).then(
    () => 'taken',
    (error: { details?: { reason?: string } }) => error.details?.reason,
  );

describe('sniffAttachment', () => {
  it.each([
    ['a PDF', samplePdf, 'a.pdf', 'application/pdf'],
    ['a PNG', samplePng, 'a.PNG', 'image/png'],
    ['a JPEG', sampleJpeg, 'a.jpg', 'image/jpeg'],
    ['a JPEG under its long extension', sampleJpeg, 'a.jpeg', 'image/jpeg'],
    ['a JPEG with what a camera appends', after(sampleJpeg, Buffer.alloc(32, 7)), 'a.jpg', 'image/jpeg'],
  ])('takes %s', async (_, content, name, mediaType) =>
    expect((await sniffAttachment(content, name)).mediaType).toBe(mediaType),
  );

  it('takes a Word document and gives it a safe name', async () => {
    const { name, mediaType } = await sniffAttachment(await zipOf(wordParts()), '../Ұсыныс\u202e.docx');
    expect([name, mediaType]).toEqual([
      'Ұсыныс.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'a.pdf', 'empty'],
    ['more than ten megabytes', after(samplePdf, Buffer.alloc(attachmentLimits.bytes)), 'a.pdf', 'too-large'],
    ['a web page', html, 'a.html', 'type-not-allowed'],
    ['a drawing that can run scripts', svg, 'a.svg', 'type-not-allowed'],
    ['a program', Buffer.from('MZ'), 'a.pdf.exe', 'type-not-allowed'],
    ['no extension', samplePdf, 'pdf', 'type-not-allowed'],
    ['an extension that objects inherit', samplePdf, 'a.constructor', 'type-not-allowed'],
    ['a web page named PDF', html, 'a.pdf', 'content-not-as-named'],
    ['a drawing named PNG', svg, 'a.png', 'content-not-as-named'],
    ['a PNG named JPEG', samplePng, 'a.jpg', 'content-not-as-named'],
    ['a PDF named DOCX', samplePdf, 'a.docx', 'content-not-as-named'],
    ['text named PDF', Buffer.from('hello'), 'a.pdf', 'content-not-as-named'],
    ['a page that is a PDF later', after(html, samplePdf), 'a.pdf', 'content-not-as-named'],
    [
      'a PDF with a page at its head',
      after(Buffer.from('%PDF-1.4\n<HTML><Script>x</script>'), samplePdf),
      'a.pdf',
      'more-than-one-type',
    ],
    ['a PDF with a page at its tail', after(samplePdf, Buffer.alloc(2_000, 'x')), 'a.pdf', 'more-than-one-type'],
    ['a PDF cut off', samplePdf.subarray(0, 60), 'a.pdf', 'damaged'],
    ['a PNG cut off', samplePng.subarray(0, 40), 'a.png', 'damaged'],
    ['a PNG with a tail', after(samplePng, Buffer.from('tail')), 'a.png', 'more-than-one-type'],
    ['a JPEG cut off', sampleJpeg.subarray(0, 40), 'a.jpg', 'damaged'],
  ])('refuses %s', async (_, content, name, reason) => expect(await reasonOf(content, name)).toBe(reason));

  it.each([
    ['PDF', samplePdf, 'a.pdf'],
    ['PNG', samplePng, 'a.png'],
    ['JPEG', sampleJpeg, 'a.jpg'],
  ])('refuses a %s that is an archive too', async (_, content, name) =>
    expect(await reasonOf(after(content, await zipOf({ 'evil.class': 'x' })), name)).toBe('more-than-one-type'),
  );
});

describe('sniffScan (REQ-41)', () => {
  it.each([
    ['a PDF', samplePdf, 'a.pdf'],
    ['a PNG', samplePng, 'a.png'],
    ['a JPEG', sampleJpeg, 'a.jpg'],
  ])('takes %s', async (_, content, name) => {
    expect((await sniffScan(content, name)).name).toBe(name);
  });

  it('refuses a Word document, however sound, and what is damaged', async () => {
    const word = await zipOf(wordParts());
    await expect(sniffScan(word, 'a.docx')).rejects.toMatchObject({ details: { reason: 'not-a-scan' } });
    await expect(sniffScan(Buffer.alloc(0), 'a.pdf')).rejects.toMatchObject({ details: { reason: 'empty' } });
  });
});
