import { PDFContext, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it, jest } from '@jest/globals';
import { planted, plantedJpeg } from '../testing/planted-files.js';
import { wordsIn } from '../testing/words-in.js';
import { cleanPdf } from './clean-pdf.js';

describe('cleanPdf', () => {
  it('does not search through a document for each of its pictures', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    for (let made = 0; made < 20; made += 1)
      page.drawImage(await pdf.embedJpg(plantedJpeg()), { x: made, y: 0, width: 9, height: 9 });
    const search = jest.spyOn(PDFContext.prototype, 'getObjectRef');
    try {
      const { content } = await cleanPdf(Buffer.from(await pdf.save()));
      expect(await wordsIn(content, Object.values(planted))).toEqual([]);
      expect(search).not.toHaveBeenCalled();
    } finally {
      search.mockRestore();
    }
  });
});
