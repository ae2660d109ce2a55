import { languages } from '#lib/kernel';
import type { ReportView } from '#lib/reports';
import { figuresOf } from '../../pages-kit/figures.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { renderingAddress } from '../api/report-addresses.js';
import { documentName } from './document-names.js';

export interface FileLink {
  readonly href: string;
  readonly name: string;
  readonly size: string;
  readonly sha256: string;
}

/** The documents of a report; in the order in which readers look for them. */
export function fileLinks({ id, renderings }: Pick<ReportView, 'id' | 'renderings'>, visit: PageVisit): FileLink[] {
  const { size } = figuresOf(visit);
  return renderings
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ format, language, sha256, size: bytes }) => ({
      href: renderingAddress(id, format, language),
      name: documentName(format, language, visit.t),
      size: size(bytes),
      sha256,
    }));
}

const formats = ['PDF', 'DOCX', 'XLSX', 'CSV', 'JSON'];
const placeOf = ({ format, language }: ReportView['renderings'][number]): number =>
  formats.indexOf(format) * 10 + (language === 'mul' ? 0 : languages.indexOf(language));
