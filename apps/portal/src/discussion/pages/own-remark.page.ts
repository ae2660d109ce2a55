import { RemarkByReceipt, type RemarkOfReceipt } from '#lib/discussion';
import { zonedText } from '#lib/time-limits';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { codeRow, row } from '../../pages-kit/summary-row.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { PublishedAnswers } from '../published-answers.js';
import { ownData } from './own-data.js';
import { type OwnRemarkModel, ownRemarkView } from './own-remark.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret`)
export class OwnRemarkPage {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly answers: PublishedAnswers,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const remark = await this.remarks.execute({ number, secret });
    const own = visit.to(`remarks/${remark.number}/${secret}`);
    const model: OwnRemarkModel = {
      ...ownRemarkFacts(remark, visit),
      done: doneIn(done, visit),
      data: ownData(remark, secret, visit),
      answers: await this.answers.of(remark, visit.language),
      replaceHref: `${own}/replace`,
      withdrawAction: `${own}/withdraw`,
    };
    return visit.show(ownRemarkView, model, { title: model.heading });
  }
}

const doneKeys = {
  replaced: 'remark.replaced',
  withdrawn: 'remark.withdrawn',
  named: 'privacy.name-agreed',
  unnamed: 'privacy.name-taken-back',
  'erasure-requested': 'privacy.erasure-asked',
} as const;

function doneIn(done: string | undefined, { t }: PageVisit): string | null {
  const key = Object.entries(doneKeys).find(([what]) => what === done)?.[1];
  return key === undefined ? null : t(key);
}

function ownRemarkFacts(remark: RemarkOfReceipt, visit: PageVisit) {
  const { t } = visit;
  const { zone, number, mayChange, state, revisedAt } = remark;
  return {
    back: { href: visit.to(`discussions/${remark.discussionId}`), text: t('receipt.to-draft') },
    heading: t('own.title', { number }),
    facts: [
      row(t('own.state'), t(`remark.state.${state}`)),
      row(t('own.kind'), t(remark.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal')),
      row(t('receipt.received-at'), visit.when(remark.receivedAt, zone)),
      codeRow(t('receipt.exact'), zonedText(remark.receivedAt, zone)),
      ...(revisedAt ? [codeRow(t('own.replaced-at'), zonedText(revisedAt, zone))] : []),
      codeRow(t('receipt.hash'), remark.commitment),
    ],
    text: remark.text,
    textLanguage: remark.language,
    proposedWording: remark.proposedWording,
    hidden: hiddenNote(remark, visit),
    waits: remark.waitsUntil && t('waiting.own', { when: visit.when(remark.waitsUntil, zone) }),
    mayChange,
    withdrawQuestion: t('remark.withdraw-confirm', { number }),
    closedNote: state === 'RECEIVED' && !mayChange ? t('own.closed') : null,
  };
}

/** REQ-116: the sender learns why the text is kept from the public, and what may be done against it. */
function hiddenNote({ hiding }: RemarkOfReceipt, { t, language }: PageVisit): OwnRemarkModel['hidden'] {
  if (!hiding) return null;
  const explanation = language === 'kk' ? hiding.explanation.kk : hiding.explanation.ru;
  return {
    text: t('moderation.own-hidden', { ground: t(`hiding.ground.${hiding.ground}`), explanation }),
    objection: t('moderation.own-object'),
  };
}
