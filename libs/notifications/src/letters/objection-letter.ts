import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface ObjectionFacts {
  readonly objectionId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  readonly isUpheld: boolean;
  readonly answer: string;
  /** The sender's own page, with the secret in it. */
  readonly link: string;
}

/** REQ-116: the sender is told what became of the objection. Neither the text nor the objection is repeated. */
export function objectionLetter({ objectionId, to, language, isUpheld, ...facts }: ObjectionFacts): Letter {
  const t = translator(language);
  const outcome = t(`objection.outcome.${isUpheld ? 'UPHELD' : 'DECLINED'}`);
  return {
    id: letterId('objection', objectionId),
    to,
    language,
    subject: oneLine(t('mail.objection.subject', { number: facts.number, draft: facts.draft })),
    text: `${t('mail.objection.body', { ...facts, outcome })}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
