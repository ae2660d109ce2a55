import type { Transaction } from '#lib/database';
import { type DraftLetterFacts, LetterAboutDraft } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { closeSentence } from '#lib/localisation';
import {
  isLast,
  Mailer,
  sendSubscriberMail,
  type SubscriberLetter,
  TellSubscribers,
  type ToldFacts,
  toldLetter,
} from '#lib/notifications';
import { ErrataOf } from '#lib/reports';
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
    if (isStillSo(letter, draft)) await this.mailer.send(toldLetter(await this.facts(letter, draft)));
    await this.tellSubscribers.sent(tx, letter);
  }

  private async facts({ notice, subscription, secret }: SubscriberLetter, draft: DraftLetterFacts): Promise<ToldFacts> {
    const { discussionId, happening } = notice;
    const { id: subscriptionId, language, address: to } = subscription;
    const { closeAt, zone, isTakingRemarks, withdrawalReason } = draft;
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
      reason: withdrawalReason ?? '',
      link:
        happening === 'REPORTED'
          ? this.links.report(discussionId, language, (await this.errata.published(discussionId)).at(-1)?.number)
          : this.links.discussion(discussionId, language),
      goesOn: subscription.bodyId !== null || !isLast(happening),
      endsAt: this.links.subscription(subscriptionId, secret, language),
    };
  }
}

/** A letter that waited long does not remind of a close that has passed or moved, nor call to a discussion that is over. */
function isStillSo({ notice }: SubscriberLetter, { closeAt, isTakingRemarks }: DraftLetterFacts): boolean {
  if (notice.happening === 'CLOSING_SOON') return isTakingRemarks && closeAt === notice.about;
  return isTakingRemarks || !['OPENED', 'EXTENDED'].includes(notice.happening);
}
