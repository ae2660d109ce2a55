import { describe, expect, it } from '@jest/globals';
import { unpack, zipDirectory } from '#lib/archives';
import { planted } from '../testing/planted-files.js';
import { wordParts, zipOf } from '../testing/sample-files.js';
import { wordsIn } from '../testing/words-in.js';
import { cleanOffice } from './clean-office.js';

const relations = (type: string, target: string) =>
  `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
const withParts = async (parts: Readonly<Record<string, string>>) =>
  cleanOffice(await zipOf({ ...wordParts(), ...parts }));
async function part(content: Buffer, name: string): Promise<string | undefined> {
  const entry = zipDirectory(content)?.find((each) => each.name === name);
  return entry && (await unpack(content, entry))?.toString('utf8');
}

describe('cleanOffice', () => {
  it.each([
    ['word/glossary/people.xml', 'AUTHOR'],
    ['word/recipientData.xml', 'DESCRIPTION'],
    ['xl/customProperty1.bin', 'DESCRIPTION'],
    ['userCustomization/customUI.xml', 'DEVICE'],
    ['__MACOSX/._a', 'DEVICE'],
    ['word/media/.DS_Store', 'DEVICE'],
    ['[trash]/0000.dat', 'HISTORY'],
  ])('leaves out %s and says so', async (name, kind) => {
    const { content, removed } = await withParts({ [name]: planted.author });
    expect([await part(content, name), removed]).toEqual([undefined, [kind]]);
  });
  it.each([
    ['xl/workbook.xml', `<workbook><customWorkbookView name="${planted.author}" guid="1"/></workbook>`, 'AUTHOR'],
    ['xl/pivotCache/a.xml', `<pivotCacheDefinition refreshedBy="${planted.author}"/>`, 'AUTHOR'],
    ['word/comments.xml', `<w:comment w:initials="${planted.author}"/>`, 'AUTHOR'],
    ['xl/connections.xml', `<connection odcFile="C:\\${planted.author}.odc"/>`, 'DEVICE'],
    ['xl/connections.xml', `<connection sourceFile="${planted.machine}.mdb"/>`, 'DEVICE'],
    ['xl/connections.xml', `<dbPr connection="Data Source=${planted.machine}"/>`, 'DEVICE'],
    ['word/document.xml', `<pic:cNvPr name="C:\\Users\\${planted.author}\\a.jpg" descr="Көше"/>`, 'DEVICE'],
    ['word/document.xml', `<wp:docPr title="/home/${planted.author}/a.jpg"/>`, 'DEVICE'],
  ])('empties in %s what %s tells', async (name, xml, kind) => {
    const { content, removed } = await withParts({ [name]: xml });
    expect(await wordsIn(content, Object.values(planted))).toEqual([]);
    expect(removed).toEqual([kind]);
    expect(xml.includes('Көше')).toBe((await part(content, name))?.includes('Көше'));
    expect((await cleanOffice(content)).removed).toEqual([]);
  });
  it.each([
    `file:///C:/Users/${planted.author}/a.docx`,
    `C:\\Users\\${planted.author}\\a.docx`,
    `\\\\server\\${planted.author}\\a.docx`,
    `/home/${planted.author}/a.docx`,
    `../${planted.author}/a.docx`,
  ])('leads no more to %s on a machine', async (target) => {
    const name = 'word/_rels/document.xml.rels';
    const { content, removed } = await withParts({ [name]: relations('hyperlink', target) });
    expect([await part(content, name), removed]).toEqual([expect.stringContaining('Target="NULL"'), ['DEVICE']]);
    expect((await cleanOffice(content)).content.equals(content)).toBe(true);
  });
  it.each(['https://example.kz/a', 'mailto:a@example.kz', '#clause'])('leads to %s as before', async (target) => {
    const name = 'word/_rels/document.xml.rels';
    const { content, removed } = await withParts({ [name]: relations('hyperlink', target) });
    expect([await part(content, name), removed]).toEqual([relations('hyperlink', target), []]);
  });
});
