import type { SheetToSave } from '#lib/sheets';
import type { StreamableFile } from '@nestjs/common';
import { download } from '../request/download.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as a download, made while it is sent. */
export const savedSheet = ({ name, stream }: SheetToSave): StreamableFile =>
  download({ name, mediaType: XLSX, content: stream });
