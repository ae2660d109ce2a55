import { RemarkByReceipt, type RemarkOfReceipt } from '#lib/discussion';
import { Settings } from '#lib/settings';
import { zonedText } from '#lib/time-limits';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { StreamableFile } from '@nestjs/common';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { qrPicture } from '../../pages-kit/qr-picture.js';
import type { SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { download } from '../../request/download.js';
import { Public } from '../../rights/public.js';
import { committedOf, receiptFacts, type Remembered, toRemember } from './receipt-facts.js';
import { sentFileRows } from './sent-files.js';

export interface ReceiptModel {
  readonly number: string;
  readonly discussionId: string;
  readonly facts: readonly SummaryRow[];
  readonly files: readonly SummaryRow[];
  readonly ownHref: string;
  readonly ownAddress: string;
  readonly downloadHref: string;
  readonly textHref: string;
  /** The own link as a QR code. */
  readonly picture: ReturnType<typeof qrPicture>;
  readonly draftHref: string;
  readonly remember: Remembered;
}

const receiptView = view<ReceiptModel>('discussion/receipt');

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/receipt`)
export class ReceiptPage {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
  ): Promise<PageAnswer> {
    const remark = await this.remarks.execute({ number, secret });
    const own = visit.to(`remarks/${remark.number}/${secret}`);
    const ownAddress = `${this.settings.publicUrl}${own}`;
    const model: ReceiptModel = {
      number: remark.number,
      discussionId: remark.discussionId,
      facts: receiptFacts(remark, visit),
      files: sentFileRows(remark, visit),
      ownHref: own,
      ownAddress,
      downloadHref: `${own}/receipt.json`,
      textHref: `${own}/receipt.txt`,
      picture: qrPicture(ownAddress),
      draftHref: visit.to(`discussions/${remark.discussionId}`),
      remember: toRemember(remark, secret, visit),
    };
    return visit.show(receiptView, model, { title: visit.t('receipt.title') });
  }
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/receipt.json`)
export class ReceiptFile {
  constructor(private readonly remarks: RemarkByReceipt) {}

  /** Everything that is needed to recompute the commitment off line (REQ-36). */
  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async save(@Param('number') number: string, @Param('secret') secret: string): Promise<StreamableFile> {
    const remark = await this.remarks.execute({ number, secret });
    const content = Buffer.from(`${JSON.stringify(receiptOf(remark, secret), null, 2)}\n`);
    const mediaType = 'application/json; charset=utf-8';
    return download({ name: `talqy-${remark.number}.json`, mediaType, size: content.length, content });
  }
}

function receiptOf(remark: RemarkOfReceipt, secret: string): object {
  const { discussionId, number } = remark;
  const at = remark.revisedAt ?? remark.receivedAt;
  return {
    scheme: 'talqy/remark/v1',
    verdict: 'ON_TIME',
    number,
    discussionId,
    receivedAt: at,
    receivedAtLocal: zonedText(at, remark.zone),
    zone: remark.zone,
    profileId: remark.profileId,
    closeAt: remark.closeAt,
    commitment: remark.commitment,
    salt: remark.salt,
    committed: committedOf(remark),
    files: remark.files,
    isSigned: remark.isSigned,
    secret,
  };
}
