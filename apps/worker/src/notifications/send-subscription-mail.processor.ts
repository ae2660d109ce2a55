import type { Transaction } from '#lib/database';
import { LetterAboutDraft } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { formatInstant, OFFICE_ZONE } from '#lib/localisation';
import {
  Mailer,
  type RequestLetterFacts,
  sendSubscriptionMail,
  subscriptionLetter,
  Subscriptions,
} from '#lib/notifications';
import { StateBodies } from '#lib/service-register';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

type Data = { subscriptionId: string };

@Injectable()
export class SendSubscriptionMailProcessor implements Processor<Data> {
  readonly job = sendSubscriptionMail;

  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly drafts: LetterAboutDraft,
    private readonly bodies: StateBodies,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ subscriptionId }: Data, tx: Transaction): Promise<void> {
    const facts = await this.subscriptions.requestLetter(tx, subscriptionId);
    const names = facts && (await this.namesOf(tx, facts));
    if (!facts || !names) return;
    const { to, language, scope, token, expiresAt } = facts;
    const until = formatInstant(expiresAt, OFFICE_ZONE, language);
    const link = this.links.subscriptionRequest(token, language);
    await this.mailer.send(subscriptionLetter({ subscriptionId, to, language, scope, ...names, link, until }));
  }

  private async namesOf(
    tx: Transaction,
    { discussionId, bodyId, language }: RequestLetterFacts,
  ): Promise<{ readonly draft?: string; readonly body: string } | undefined> {
    if (bodyId !== null) {
      const body = await this.bodies.byId(bodyId);
      return body && { body: titleIn(body.name, language) };
    }
    const draft = await this.drafts.facts(tx, discussionId ?? '');
    return draft && { draft: titleIn(draft.title, language), body: titleIn(draft.developer, language) };
  }
}
