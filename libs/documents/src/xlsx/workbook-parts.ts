import { OFFICE, PACKAGE, XML_HEAD } from '../package-properties.js';
import { xmlText } from '../xml-text.js';
import { SHEET_NAMESPACE } from './namespace.js';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  /** A1:H100; undefined when the sheet is not filtered. */
  readonly filter?: string;
  readonly hasHeading: boolean;
}

export const pathOf = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

export const contentTypes = (sheets: readonly ListedSheet[]): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  sheets
    .map((_, index) => `<Override PartName="/${pathOf(index)}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
    .join('') +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

export const workbookRelations = (sheets: readonly ListedSheet[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/worksheet" Target="${pathOf(index).slice(3)}"/>`,
    )
    .join('') +
  `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;

export function workbookXml(sheets: readonly ListedSheet[]): string {
  const listed = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(definedNames);
  return (
    `${XML_HEAD}<workbook xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews>` +
    `<sheets>${listed.join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

/** What is filtered, and the row that is printed on every page. */
function definedNames({ name, filter, hasHeading }: ListedSheet, index: number): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const defined = (kind: string, range: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}"${kind === '_FilterDatabase' ? ' hidden="1"' : ''}>` +
    `${xmlText(`${sheet}!${range}`)}</definedName>`;
  return [
    ...(filter ? [defined('_FilterDatabase', filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'))] : []),
    ...(hasHeading ? [defined('Print_Titles', '$1:$1')] : []),
  ];
}
