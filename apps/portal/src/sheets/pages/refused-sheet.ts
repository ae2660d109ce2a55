import { XlsxRefused } from '#lib/documents';
import { attachmentLimits } from '#lib/files';
import { isMessageKey, type Translate } from '#lib/localisation';
import { SheetRefused } from '#lib/sheets';

/** Why a workbook was not read as a whole, and what to do; null for any other error. */
export function refusedSheetText(error: unknown, t: Translate): string | null {
  if (!(error instanceof XlsxRefused) && !(error instanceof SheetRefused)) return null;
  const { named, limit, at } = error.details;
  const key = `sheet.refused.${error.fault}`;
  if (!isMessageKey(key)) return t('error.import-refused');
  return t(key, {
    named: Array.isArray(named) ? named.join(', ') : '',
    limit: Number(limit) || 0,
    at: typeof at === 'string' ? at : '',
    megabytes: attachmentLimits.megabytes,
  });
}

/** What is wrong with one cell: "G14: a formula stands here. Write the text itself instead". */
export function cellFaultText(
  { address, fault, value = '', limit = 0 }: { address: string; fault: string; value?: string; limit?: number },
  t: Translate,
): string {
  const key = [`sheet.fault.${fault}`, `decide.fault-${fault}`].find(isMessageKey) ?? 'sheet.fault.refused';
  return t('sheet.at', { address, fault: t(key, { value: shortened(value), limit, least: limit }) });
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)} …` : text);
