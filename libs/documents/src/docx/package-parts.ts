import { locales } from '#lib/localisation';
import type { Document } from '../document.js';
import { XML_HEAD as HEAD, OFFICE, PACKAGE, relationsOfPackage } from '../package-properties.js';
import { xmlText } from '../xml-text.js';

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const contentTypes =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${WORD_TYPE}.settings+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${WORD_TYPE}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
  '</Types>';

export const packageRelations = relationsOfPackage('word/document.xml');

export const documentRelations =
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/relationships/settings" Target="settings.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/relationships/footer" Target="footer1.xml"/>` +
  '</Relationships>';

export const settings = (document: Document): string =>
  `${HEAD}<w:settings xmlns:w="${WORD_NAMESPACE}"><w:defaultTabStop w:val="708"/><w:compat>` +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  `<w:themeFontLang w:val="${locales[document.language]}"/></w:settings>`;

export const footer = (document: Document): string =>
  `${HEAD}<w:ftr xmlns:w="${WORD_NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
  (document.footer ? `<w:r><w:t xml:space="preserve">${xmlText(document.footer)}</w:t><w:br/></w:r>` : '') +
  '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' +
  '<w:r><w:t xml:space="preserve"> / </w:t></w:r>' +
  '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>';

export const documentStart = `${HEAD}<w:document xmlns:w="${WORD_NAMESPACE}"><w:body>`;
