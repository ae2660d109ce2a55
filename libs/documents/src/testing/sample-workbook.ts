const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A workbook as Excel writes one: shared strings, styles, empty rows, formulas with the values they gave. */
export const excelParts = (rows: string = excelRows, workbookMore = ''): Record<string, string> => ({
  '[Content_Types].xml':
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="${TYPES}"><Default Extension="xml" ` +
    `ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileVersion appName="xl"/>${workbookMore || '<workbookPr defaultThemeVersion="1"/>'}` +
    '<sheets><sheet name="Ескертулер" sheetId="1" r:id="rId1"/><sheet name="Тізім" sheetId="4" state="veryHidden" r:id="rId2"/>' +
    '<sheet name="Диаграмма" sheetId="5" r:id="rId3"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${RELATIONS}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}` +
    relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml') +
    relation('rId3', 'chartsheet', 'chartsheets/sheet1.xml') +
    relation('rId4', 'sharedStrings', 'sharedStrings.xml') +
    `<Relationship Id="rId5" Type="${OFFICE}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
  'xl/sharedStrings.xml':
    `<sst xmlns="${MAIN}" count="9" uniqueCount="4"><si><t>Мәтін</t></si>` +
    '<si><r><t xml:space="preserve">қалың </t></r><r><rPr><b/></rPr><t>сөз</t></r><rPh sb="0" eb="1"><t>айтылуы</t></rPh></si>' +
    '<si><t>бір_x000D_\nекі &amp; _x005F_x0041_</t></si><si><t/></si></sst>',
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><dimension ref="A1:H9"/><sheetData>${rows}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
});

export const excelRows =
  '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
  '<row r="2"/><row r="3" ht="30"><c r="A3" s="2"/><c r="B3" t="s"><v>3</v></c></row>' +
  '<row r="5"><c r="A5"><v>42552.75</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="e"><v>#N/A</v></c>' +
  '<c r="D5" t="s"><v>2</v></c><c r="E5" t="inlineStr"><is><r><t>ішкі </t></r><r><t>мәтін</t></r></is></c></row>' +
  '<row r="7"><c r="A7"><f>1+1</f><v>2</v></c><c r="B7" t="str"><f>A1&amp;"x"</f><v>Мәтінx</v></c><c r="C7"><f>Z1</f></c>' +
  '<c r="D7"><f t="array" ref="D7:E8">TRANSPOSE(A1:B2)</f><v>1</v></c><c r="E7"><v>2</v></c><c r="F7"><v>-1.5E-3</v></c></row>' +
  '<row r="8"><c r="D8"><v>3</v></c><c r="F8"><f t="shared" si="0"/><v>4</v></c></row>';
