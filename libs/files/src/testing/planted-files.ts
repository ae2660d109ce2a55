import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { wordParts, zipOf } from './sample-files.js';

/** Invented, and found nowhere else: who made the files, where, and with what. */
export const planted = {
  author: 'Canary Qarlygashova',
  company: 'Canary Qanaty LLP',
  place: 'Canary Street 77 Semey',
  machine: 'CanaryCam X5000',
} as const;
const about = Object.values(planted).join('; ');

const pixels = { width: 16, height: 8, data: Buffer.alloc(16 * 8 * 4, 0x80) };

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A block of Exif with a camera, an author, a directory of a place, and a turned picture. */
export function plantedExif(orientation = 6): Buffer {
  const texts = [planted.machine, planted.author].map((text) => Buffer.from(`${text}\0`));
  const entries = [
    [0x0110, 2, texts[0]?.length ?? 0, 0],
    [0x0112, 3, 1, orientation],
    [0x013b, 2, texts[1]?.length ?? 0, 0],
    [0x8825, 4, 1, 0],
  ];
  let at = 8 + 2 + entries.length * 12 + 4;
  const directory = Buffer.alloc(at - 8);
  directory.writeUInt16LE(entries.length, 0);
  let text = 0;
  for (const [index, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
    const start = 2 + index * 12;
    directory.writeUInt16LE(tag, start);
    directory.writeUInt16LE(type, start + 2);
    directory.writeUInt32LE(count, start + 4);
    directory.writeUInt32LE(type === 2 ? at : value, start + 8);
    if (type !== 2) continue;
    at += texts[text]?.length ?? 0;
    text += 1;
  }
  return Buffer.concat([Buffer.from('49492a0008000000', 'hex'), directory, ...texts, Buffer.from(planted.place)]);
}

export const plainJpeg = (): Buffer => Buffer.from(jpeg.encode(pixels, 90).data);

export function plantedJpeg(orientation = 6): Buffer {
  const plain = plainJpeg();
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:creator>${planted.author}</dc:creator><photoshop:City>${planted.place}</photoshop:City></x:xmpmeta>`;
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), plantedExif(orientation)])),
    segment(0xe1, Buffer.from(xmp)),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${planted.machine}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0by-line ${planted.author}`)),
    segment(0xfe, Buffer.from(about)),
    plain.subarray(2),
    Buffer.from(`trailer of the camera: ${about}`),
  ]);
}

const chunk = (type: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
};

export const plainPng = (): Buffer => PNG.sync.write(Object.assign(new PNG(pixels), { data: pixels.data }));

/** A picture with the words in it, packed and not. */
export function pngSaying(words: string): Buffer {
  const plain = plainPng();
  const afterHeader = 8 + 25;
  return Buffer.concat([
    plain.subarray(0, afterHeader),
    chunk('iTXt', Buffer.from(`Author\0\0\0\0\0${words}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(words)])),
    plain.subarray(afterHeader),
  ]);
}

export function plantedPng(orientation = 6): Buffer {
  const plain = plainPng();
  const afterHeader = 8 + 25;
  return Buffer.concat([
    plain.subarray(0, afterHeader),
    chunk('tEXt', Buffer.from(`Author\0${planted.author}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(about)])),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<dc:creator>${planted.author}</dc:creator>`)),
    chunk('iCCP', Buffer.concat([Buffer.from(`${planted.machine}\0\0`), deflateSync(about)])),
    chunk('tIME', Buffer.from('07ea0b1a0a0b0c', 'hex')),
    chunk('eXIf', plantedExif(orientation)),
    chunk('prVt', Buffer.from(about)),
    plain.subarray(afterHeader),
  ]);
}

const relations = (...rows: readonly string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
const relation = (id: number, type: string, target: string, mode = '') =>
  `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${planted.author}</dc:creator><cp:lastModifiedBy>${planted.author}</cp:lastModifiedBy></cp:coreProperties>`;
const app = `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${planted.company}</Company></Properties>`;
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document that says in every known place who wrote it, and has the words `Ұсыныс & <пікір>`. */
export function plantedWordParts(): Record<string, string | Buffer> {
  const parts = wordParts();
  return {
    ...parts,
    '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
      '</Types>',
      '<Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"/></Types>',
    ),
    '_rels/.rels': relations(
      relation(1, 'officeDocument', 'word/document.xml'),
      relation(2, 'metadata/core-properties', 'docProps/core.xml'),
      relation(3, 'extended-properties', '/docProps/app.xml'),
      relation(4, 'custom-properties', 'docProps/custom.xml'),
      relation(5, 'metadata/thumbnail', 'docProps/thumbnail.jpeg'),
    ),
    'docProps/core.xml': core,
    'docProps/app.xml': app,
    'docProps/custom.xml': `<Properties><property name="Path"><v>${about}</v></property></Properties>`,
    'docProps/thumbnail.jpeg': plantedJpeg(),
    'word/document.xml': `<?xml version="1.0"?><!-- ${about} --><w:document ${w}><w:body><w:p><w:ins w:id="1" w:author="${planted.author}" w:date="2026-11-26T10:00:00Z"><w:r><w:t xml:space="preserve">Ұсыныс &amp; &lt;пікір&gt;</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    'word/comments.xml': `<?xml version="1.0"?><w:comments ${w}><w:comment w:id="0" w:author="${planted.author}" w:initials="CQ"><w:p><w:r><w:t>сөз</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="${planted.company}"><w:p/></w:comment></w:comments>`,
    'word/people.xml': `<w15:people xmlns:w15="x"><w15:person w15:author="${planted.author}"/></w15:people>`,
    'word/settings.xml': `<?xml version="1.0"?><w:settings ${w} xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="a" w:val="${planted.company}"/></w:docVars><w:zoom w:percent="100"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(
      relation(1, 'attachedTemplate', `file:///C:/Users/${planted.author}/Normal.dotm`, ' TargetMode="External"'),
    ),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'image', 'media/a.jpg'),
      relation(2, 'comments', 'comments.xml'),
      relation(3, 'people', 'people.xml'),
      relation(4, 'customXml', '../customXml/item1.xml'),
    ),
    'word/media/a.jpg': plantedJpeg(),
    'customXml/item1.xml': `<p>${about}</p>`,
  };
}
export const plantedWord = (): Promise<Buffer> => zipOf(plantedWordParts());

const x = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of one cell, `Ұсыныс`, with the same. */
export const plantedWorkbook = (): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relations(
      relation(1, 'officeDocument', 'xl/workbook.xml'),
      relation(2, 'metadata/core-properties', 'docProps/core.xml'),
    ),
    'docProps/core.xml': core,
    'docProps/app.xml': app,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${x} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><fileSharing userName="${planted.author}"/><x15ac:absPath xmlns:x15ac="y" url="C:\\Users\\${planted.author}\\"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation(1, 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${x} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Ұсыныс</t></is></c></row></sheetData><pageSetup orientation="portrait" r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      relation(1, 'printerSettings', '../printerSettings/printerSettings1.bin'),
      relation(2, 'comments', '../comments1.xml'),
    ),
    'xl/printerSettings/printerSettings1.bin': Buffer.from(planted.machine, 'utf16le'),
    'xl/comments1.xml': `<?xml version="1.0"?><comments ${x}><authors><author>${planted.author}</author></authors><commentList/></comments>`,
    'xl/persons/person.xml': `<personList xmlns="z"><person displayName="${planted.author}" id="{1}" userId="${planted.company}" providerId="AD"/></personList>`,
  });

/** One page with a picture and a comment; made twice over when `again`, so that its first version is still in it. */
export async function plantedPdf(again = true): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 100]);
  page.drawImage(await pdf.embedJpg(plantedJpeg(1)), { x: 10, y: 10, width: 40, height: 20 });
  pdf.setAuthor(planted.author);
  pdf.setCreator(planted.machine);
  pdf.setTitle(planted.place);
  const { context } = pdf;
  const xmp = context.flateStream(`<x:xmpmeta><dc:creator>${planted.author}</dc:creator></x:xmpmeta>`, {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  pdf.catalog.set(PDFName.of('Metadata'), context.register(xmp));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(planted.machine) } }));
  const comment = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
  comment.set(PDFName.of('T'), PDFHexString.fromText(planted.author));
  comment.set(PDFName.of('Contents'), PDFHexString.fromText('Ұсыныс'));
  page.node.set(PDFName.of('Annots'), context.obj([context.register(comment)]));
  const first = Buffer.from(await pdf.save());
  if (!again) return first;
  const second = await PDFDocument.load(first, { forIncrementalUpdate: true, updateMetadata: false });
  second.setSubject(planted.company);
  return Buffer.from(await second.save());
}
