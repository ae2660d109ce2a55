import { deflateSync } from 'node:zlib';
import { PDFContext, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it, jest } from '@jest/globals';
import { plainJpeg, planted, plantedJpeg } from '../testing/planted-files.js';
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
  const withPicture = async (filter: readonly string[], content: Buffer) => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const filters = pdf.context.obj(filter.map((each) => PDFName.of(each)));
    const picture = pdf.context.stream(content, {
      Type: 'XObject',
      Subtype: 'Image',
      Filter: filters,
      DecodeParms: [],
    });
    page.node.setXObject(PDFName.of('A'), pdf.context.register(picture));
    return Buffer.from(await pdf.save());
  };
  it.each([
    [['DCTDecode'], plantedJpeg()],
    [['FlateDecode', 'DCTDecode'], deflateSync(plantedJpeg())],
    [['ASCIIHexDecode', 'DCTDecode'], Buffer.from(`${plantedJpeg().toString('hex')}>`)],
  ])('cleans a JPEG under %j', async (filter, packed) => {
    const given = await withPicture(filter, packed);
    expect(await wordsIn(given, Object.values(planted))).not.toEqual([]);
    const { content, removed } = await cleanPdf(given);
    expect(await wordsIn(content, Object.values(planted))).toEqual([]);
    expect(content.includes(plainJpeg().subarray(-200))).toBe(true);
    expect(removed).toContain('PLACE');
  });
  it.each([[['FlateDecode', 'FlateDecode', 'DCTDecode']], [['LZWDecode', 'DCTDecode']]])(
    'does not clean a JPEG under %j',
    async (filter) =>
      expect(cleanPdf(await withPicture(filter, deflateSync(plantedJpeg())))).rejects.toMatchObject({
        fault: 'DAMAGED',
      }),
  );
  it('tells of a description by whatever name', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.context.trailerInfo.Info = pdf.context.register(pdf.context.obj({ constructor: 1 }));
    expect((await cleanPdf(Buffer.from(await pdf.save({ useObjectStreams: false })))).removed).toContain('DESCRIPTION');
  });
  it('cleans a document of very many objects, many of them in one list', async () => {
    const numbers = Array.from({ length: 130_000 }, (_, index) => index + 3);
    const [objects, list] = [numbers.map((no) => `${no} 0 obj(a)endobj`), numbers.map((no) => `${no} 0 R`)];
    const tagged = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/Tags[${list.join(' ')}]>>endobj
      2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
    const { content } = await cleanPdf(Buffer.from(tagged));
    expect(content.toString('latin1').match(/ 0 obj\n/g)).toHaveLength(numbers.length + 2);
  }, 60_000);
});
