import type { Language } from '#lib/kernel';
import { type MessageKey, type MessageValues, translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

interface AccountFacts {
  readonly to: string;
  readonly language: Language;
}

export interface InvitationFacts extends AccountFacts {
  readonly invitationId: string;
  readonly body: string;
  readonly link: string;
  /** In words, with the zone. */
  readonly until: string;
}

export interface PasswordResetFacts extends AccountFacts {
  readonly resetId: string;
  readonly link: string;
  readonly until: string;
}

export interface AddressFacts extends AccountFacts {
  readonly confirmationId: string;
  readonly draft: string;
  readonly link: string;
  readonly until: string;
}

export interface FactorResetFacts extends AccountFacts {
  /** Of the act: each reset has a letter of its own. */
  readonly actId: string;
  readonly link: string;
}

/** The link by which an invited official makes the account. */
export const invitationLetter = ({ invitationId, body, link, until, ...facts }: InvitationFacts): Letter =>
  letter(facts, letterId('invitation', invitationId), ['mail.invited.subject', 'mail.invited.body'], {
    body,
    link,
    until,
  });

/** The link by which a forgotten password is set anew. */
export const passwordResetLetter = ({ resetId, link, until, ...facts }: PasswordResetFacts): Letter =>
  letter(facts, letterId('password-reset', resetId), ['mail.password-reset.subject', 'mail.password-reset.body'], {
    link,
    until,
  });

/** The link by which a mailbox agrees that remarks are sent from it (AMB-20). */
export const addressLetter = ({ confirmationId, draft, link, until, ...facts }: AddressFacts): Letter =>
  letter(facts, letterId('address', confirmationId), ['mail.address.subject', 'mail.address.body'], {
    draft,
    link,
    until,
  });

/** Told to an official whose second factor an administrator took away. */
export const factorResetLetter = ({ actId, link, ...facts }: FactorResetFacts): Letter =>
  letter(facts, letterId('factor-reset', actId), ['mail.factor-reset.subject', 'mail.factor-reset.body'], { link });

function letter(
  { to, language }: AccountFacts,
  id: string,
  [subject, body]: readonly [MessageKey, MessageKey],
  values: MessageValues,
): Letter {
  const t = translator(language);
  const site = t('site.name');
  return {
    id,
    to,
    language,
    subject: oneLine(t(subject, { site })),
    text: `${t(body, { ...values, site })}\n\n-- \n${t('mail.account-signature', { site })}\n`,
  };
}
