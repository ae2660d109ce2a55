import type { Transaction } from '#lib/database';
import { type DraftLetterFacts, LetterAboutDraft } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { closeSentence } from '#lib/localisation';
import {
  isLast,
  isStillNews,
  Mailer,
  sendSubscriberMail,
  type SubscriberLetter,
  TellSubscribers,
  type ToldFacts,
  toldLetter,
} from '#lib/notifications';
import { ErrataOf, type ErratumView } from '#lib/reports';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

type Data = { noticeId: string; subscriptionId: string };

@Injectable()
export class SendSubscriberMailProcessor implements Processor<Data> {
  readonly job = sendSubscriberMail;

  constructor(
    private readonly tellSubscribers: TellSubscribers,
    private readonly drafts: LetterAboutDraft,
    private readonly errata: ErrataOf,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process(data: Data, tx: Transaction): Promise<void> {
    const letter = await this.tellSubscribers.letter(tx, data);
    const draft = letter && (await this.drafts.facts(tx, letter.notice.discussionId));
    if (!letter || !draft) return;
    const { happening, about } = letter.notice;
    if (isStillNews(happening, about, draft)) await this.mailer.send(toldLetter(await this.facts(letter, draft)));
    await this.tellSubscribers.sent(tx, letter);
  }

  /** The correction that a notice is about, by the id of its report; undefined for the first report. */
  private async erratum({ discussionId, about }: SubscriberLetter['notice']): Promise<ErratumView | undefined> {
    return (await this.errata.published(discussionId)).find(({ report }) => report?.id === about);
  }

  private async facts({ notice, subscription, secret }: SubscriberLetter, draft: DraftLetterFacts): Promise<ToldFacts> {
    const { discussionId, happening } = notice;
    const { id: subscriptionId, language, address: to } = subscription;
    const { closeAt, zone, isTakingRemarks, withdrawalReason } = draft;
    const erratum = happening === 'REPORTED' ? await this.erratum(notice) : undefined;
    return {
      noticeId: notice.id,
      subscriptionId,
      to,
      language,
      happening,
      draft: titleIn(draft.title, language),
      developer: titleIn(draft.developer, language),
      close: closeAt === null ? null : closeSentence(closeAt, zone, language),
      isOpen: isTakingRemarks,
      reason: (erratum ? titleIn({ kk: erratum.reasonKk, ru: erratum.reasonRu }, language) : withdrawalReason) ?? '',
      erratum: erratum?.number ?? null,
      link:
        happening === 'REPORTED'
          ? this.links.report(discussionId, language, erratum?.number)
          : this.links.discussion(discussionId, language),
      goesOn: subscription.bodyId !== null || !isLast(happening),
      endsAt: this.links.subscription(subscriptionId, secret, language),
    };
  }
}
