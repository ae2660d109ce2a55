import { RemarkByReceipt, type RemarkOfReceipt } from '#lib/discussion';
import { Settings } from '#lib/settings';
import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { download } from '../../request/download.js';
import { Public } from '../../rights/public.js';
import { committedOf, receiptFacts } from './receipt-facts.js';
import { sentFileRows } from './sent-files.js';

/** The receipt to keep or to print: words for a person, and everything that is needed to check it off line (REQ-36). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/receipt.txt`)
export class ReceiptTextFile {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async save(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
  ): Promise<StreamableFile> {
    const remark = await this.remarks.execute({ number, secret });
    const link = `${this.settings.publicUrl}${visit.to(`remarks/${remark.number}/${secret}`)}`;
    const content = Buffer.from(receiptText(remark, link, visit));
    const mediaType = 'text/plain; charset=utf-8';
    return download({ name: `talqy-${remark.number}.txt`, mediaType, size: content.length, content });
  }
}

/** Lines of a name and what it says; the content committed to stands whole in the last line. */
function receiptText(remark: RemarkOfReceipt, link: string, visit: PageVisit): string {
  const { t } = visit;
  const lines = [...receiptFacts(remark, visit), ...sentFileRows(remark, visit)].map(
    ({ key, value }) => `${key.text}: ${value.text}`,
  );
  return [
    t('receipt.title'),
    `${t('receipt.lead')} ${t('receipt.on-time')}`,
    '',
    ...lines,
    '',
    t('receipt.keep'),
    link,
    '',
    t('receipt.verify'),
    `${t('receipt.salt')}: ${remark.salt}`,
    `${t('receipt.content')}:`,
    committedOf(remark),
    '',
  ].join('\n');
}
