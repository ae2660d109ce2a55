import { LetterAboutDraft } from '#lib/discussion';
import { Database } from '#lib/database';
import type { Language, Multilingual } from '#lib/kernel';
import type { Subscription } from '#lib/notifications';
import { StateBodies } from '#lib/service-register';
import { Injectable } from '@nestjs/common';
import { inLanguage } from '../pages-kit/titles.js';
import type { PageVisit } from '../pages-kit/visit.js';

/** What a subscription is about, as a page names it. */
export interface NamedSubject {
  readonly name: string;
  readonly nameLanguage: Language;
  readonly href: string;
  /** Of a body's drafts: which; null for one draft. */
  readonly scope: string | null;
}

@Injectable()
export class SubscriptionNames {
  constructor(
    private readonly database: Database,
    private readonly drafts: LetterAboutDraft,
    private readonly bodies: StateBodies,
  ) {}

  async of({ discussionId, bodyId, scope }: Subscription, visit: PageVisit): Promise<NamedSubject> {
    if (bodyId !== null) {
      const body = await this.bodies.byId(bodyId);
      const href = visit.to(`bodies/${encodeURIComponent(body?.code ?? '')}`);
      return { ...named(body?.name, visit), href, scope: visit.t(`subscribe.scope-${scope}`) };
    }
    const draft = await this.drafts.facts(this.database, discussionId ?? '');
    return { ...named(draft?.title, visit), href: visit.to(`discussions/${discussionId}`), scope: null };
  }
}

function named(name: Multilingual | undefined, { language }: PageVisit) {
  if (!name) throw new Error('a subscription is about something that is not there');
  const { text, language: nameLanguage } = inLanguage(name, language);
  return { name: text, nameLanguage };
}
