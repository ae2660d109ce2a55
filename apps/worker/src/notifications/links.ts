import { Settings } from '#lib/settings';
import type { Language } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** Addresses of the portal's pages, as letters name them. A browser test follows each. */
@Injectable()
export class Links {
  constructor(private readonly settings: Settings) {}

  discussion = (discussionId: string, language: Language): string => this.to(language, `discussions/${discussionId}`);

  /** @param erratum number of the correction that is meant; null for the first report */
  report = (discussionId: string, language: Language, erratum: number | null = null): string =>
    this.to(language, `discussions/${discussionId}/report${erratum === null ? '' : `?erratum=${erratum}`}`);

  ownRemark = (number: string, secret: string, language: Language): string =>
    this.to(language, `remarks/${number}/${secret}`);

  officerRemark = (number: string, language: Language): string => this.to(language, `officer/remarks/${number}`);

  invitation = (token: string, language: Language): string => this.to(language, `invitations/${token}`);

  passwordReset = (token: string, language: Language): string => this.to(language, `password-resets/${token}`);

  senderAddress = (token: string, language: Language): string => this.to(language, `sender-addresses/${token}`);

  subscriptionRequest = (token: string, language: Language): string =>
    this.to(language, `subscription-requests/${token}`);

  /** Where a subscription is seen, and ended by a POST. */
  subscription = (id: string, secret: string, language: Language): string =>
    this.to(language, `subscriptions/${id}/${secret}`);

  signIn = (language: Language): string => this.to(language, 'sign-in');

  private to(language: Language, path: string): string {
    return `${this.settings.publicUrl}/${language}/${path}`;
  }
}
