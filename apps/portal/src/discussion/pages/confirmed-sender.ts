import {
  confirmationFault,
  type ConfirmationFault,
  confirmationOf,
  type DiscussionDetails,
  needsConfirmation,
  needsSignature,
  takesMailbox,
} from '#lib/discussion';
import { SenderPasses, type SenderPass, SendersProvider } from '#lib/identity';
import { type IdentityLevel, profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../pages-kit/visit.js';
import { SenderCookie } from '../../request/sender-cookie.js';

/** What the form says of the confirmation of its sender, and how to come by one. */
export interface SenderConfirmation {
  /** Who is confirmed, in words; null when nobody is. */
  readonly confirmed: string | null;
  /** To go on without, or with another. */
  readonly forget: { readonly action: string; readonly text: string };
  readonly lead: string;
  readonly way: { readonly href: string; readonly text: string };
  /** The form is filled in already: it stays where it is meanwhile. */
  readonly isInNewTab: boolean;
  /** The last visit to the provider was in vain. */
  readonly refused: string | null;
}

type Discussion = Pick<DiscussionDetails, 'id' | 'profileId'>;

/** How a form is shown: the last visit to the provider was in vain; what was typed must not be lost. */
export interface FormStanding {
  readonly isRefused?: boolean;
  readonly isFilled?: boolean;
  /** The sender has just given it up. */
  readonly isForgotten?: boolean;
}

@Injectable()
export class ConfirmedSenders {
  constructor(
    private readonly passes: SenderPasses,
    private readonly provider: SendersProvider,
    private readonly cookie: SenderCookie,
  ) {}

  /** What was confirmed in this browser, or for this program, within the last half an hour. */
  of({ request }: Pick<PageVisit, 'request'>): SenderPass | undefined {
    const shown = request.headers['sender-pass'];
    const pass = this.passes.read(typeof shown === 'string' ? shown : this.cookie.readPass(request));
    return pass?.kind === 'provider' && this.provider.name === undefined ? undefined : pass;
  }

  /** The page, below the discussion, at which who wants to write is confirmed first; undefined when there is no need. */
  gateOf(visit: PageVisit, { id, profileId }: Discussion): string | undefined {
    const level = profileById(profileId).identity;
    if (needsSignature(level) || !confirmationFault(asSender(this.of(visit)), level, id)) return undefined;
    return gatePath(level);
  }

  /** What keeps who writes from this address from the level of the discussion; a signature comes with the remark, after all of it. */
  faultOf(visit: PageVisit, { id, profileId }: Discussion, email: string): ConfirmationFault | undefined {
    const pass = this.of(visit);
    const level = profileById(profileId).identity;
    if (needsSignature(level)) return undefined;
    return confirmationFault({ email, ...(pass ? { confirmedBy: pass } : {}) }, level, id);
  }

  /** Null where nothing can be confirmed and nothing has to be. */
  forForm(visit: PageVisit, { id, profileId }: Discussion, standing: FormStanding): SenderConfirmation | null {
    const level = profileById(profileId).identity;
    const { name: provider } = this.provider;
    const isNeeded = needsConfirmation(level);
    if ((provider === undefined && !isNeeded) || needsSignature(level)) return null;
    const { t } = visit;
    const here = visit.to(`discussions/${id}`);
    const way = isNeeded
      ? { href: `${here}/${gatePath(level)}`, text: t('sender.confirm-first') }
      : { href: `${here}/sender`, text: t('sender.confirm', { provider: provider ?? '' }) };
    const found = standing.isForgotten ? undefined : this.of(visit);
    return {
      confirmed: found && this.isOf(found, id, level) ? confirmedWords(found, visit) : null,
      forget: { action: `${here}/sender/forget`, text: t(isNeeded ? 'sender.another' : 'sender.forget') },
      lead: t(isNeeded ? 'sender.needed' : standing.isFilled ? 'steps.confirm-elsewhere' : 'sender.offer'),
      way,
      isInNewTab: standing.isFilled === true,
      refused: standing.isRefused && !found ? t('sender.refused', { provider: provider ?? '' }) : null,
    };
  }

  /** Whether it is worth something in the discussion. */
  private isOf(pass: SenderPass, discussionId: string, level: IdentityLevel): boolean {
    const sender = asSender(pass);
    return confirmationOf(sender, discussionId) !== undefined && !confirmationFault(sender, level, discussionId);
  }
}

const gatePath = (level: IdentityLevel): string => (takesMailbox(level) ? 'sender/address' : 'sender/identity');

const asSender = (pass: SenderPass | undefined) => ({
  ...(pass?.kind === 'email' ? { email: pass.address } : {}),
  ...(pass ? { confirmedBy: pass } : {}),
});

function confirmedWords(pass: SenderPass, { t }: PageVisit): string {
  if (pass.kind === 'email') return t('sender.address-confirmed', { address: pass.address });
  return t('sender.confirmed', { provider: pass.provider, name: pass.name || t('sender.nameless') });
}
