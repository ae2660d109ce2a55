import { ConfirmSender, type ConfirmedSender, SendersProvider } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../pages-kit/visit.js';
import { SenderCookie } from '../../request/sender-cookie.js';

/** What the form says of the provider that may confirm its sender; null where there is none. */
export interface SenderConfirmation {
  /** The name the provider gave; null when nobody is confirmed yet. */
  readonly name: string | null;
  readonly provider: string;
  /** To confirm, or to go on without. */
  readonly action: string;
  /** The last visit was in vain. */
  readonly isRefused: boolean;
}

@Injectable()
export class ConfirmedSenders {
  constructor(
    private readonly confirmSender: ConfirmSender,
    private readonly provider: SendersProvider,
    private readonly cookie: SenderCookie,
  ) {}

  /** Whom the provider named to this browser within the last half an hour. */
  of({ request }: PageVisit): ConfirmedSender | undefined {
    return this.provider.name === undefined ? undefined : this.confirmSender.sender(this.cookie.readPass(request));
  }

  /** @param last what has just become of it: refused by the provider, or given up by the sender */
  forForm(
    visit: PageVisit,
    discussionId: string,
    { isRefused, isForgotten }: { readonly isRefused: boolean; readonly isForgotten: boolean },
  ): SenderConfirmation | null {
    const { name: provider } = this.provider;
    if (provider === undefined) return null;
    const found = isForgotten ? undefined : this.of(visit);
    const action = visit.to(`discussions/${discussionId}/sender${found ? '/forget' : ''}`);
    const name = found ? found.name || visit.t('sender.nameless') : null;
    return { name, provider, action, isRefused: isRefused && !found };
  }
}
