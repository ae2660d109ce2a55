import { KeyRingFile, Seal } from '#lib/privacy';
import { type DynamicModule, Module } from '@nestjs/common';
import { FactorCheck } from './factor-check.js';
import { IdentityModule } from './identity.module.js';
import { IdentityProof } from './identity-proof.js';
import { Invitations } from './persistence/invitations.js';
import { PasswordResets } from './persistence/password-resets.js';
import { ProviderVisits } from './persistence/provider-visits.js';
import { FollowProvider } from './provider/follow-provider.js';
import { OfficialsProvider, type OfficialsProviderSettings } from './provider/officials-provider.js';
import { OpenedByProvider } from './provider/opened-by-provider.js';
import { SendersProvider, type SendersProviderSettings } from './provider/senders-provider.js';
import { AccountLetters } from './queries/account-letters.js';
import { Officials } from './queries/officials.js';
import { Sealing } from './sealing.js';
import { SenderPasses } from './sender-passes.js';
import { AcceptInvitation } from './use-cases/officers/accept-invitation.js';
import { ChangeRoles } from './use-cases/officers/change-roles.js';
import { InviteOfficer } from './use-cases/officers/invite-officer.js';
import { ResetFactor } from './use-cases/officers/reset-factor.js';
import { SetActivity } from './use-cases/officers/set-activity.js';
import { WithdrawInvitation } from './use-cases/officers/withdraw-invitation.js';
import { AskPasswordReset, ResetLetters } from './use-cases/passwords/ask-password-reset.js';
import { ResetPassword } from './use-cases/passwords/reset-password.js';
import { ConfirmByCode } from './use-cases/provider/confirm-by-code.js';
import { ConfirmByProvider } from './use-cases/provider/confirm-by-provider.js';
import { ConfirmSender } from './use-cases/provider/confirm-sender.js';
import { JoinByProvider, JoinedAccounts } from './use-cases/provider/join-by-provider.js';
import { ProviderActs } from './use-cases/provider/provider-acts.js';
import { LeaveProvider } from './use-cases/provider/leave-provider.js';
import { ReturnFromProvider } from './use-cases/provider/return-from-provider.js';
import { SignInByProvider } from './use-cases/provider/sign-in-by-provider.js';
import { VisitProvider } from './use-cases/provider/visit-provider.js';
import { CompleteSignIn } from './use-cases/second-factor/complete-sign-in.js';
import { OfferFactor } from './use-cases/second-factor/offer-factor.js';
import { SetFactor } from './use-cases/second-factor/set-factor.js';
import { ConfirmIdentity } from './use-cases/sessions/confirm-identity.js';

export interface AccountsSettings {
  /** The key ring of what is personal (TALQY_KEYS). */
  readonly keyFile: string;
  /** Who else knows the officials; undefined: nobody, they sign in here alone. */
  readonly provider?: OfficialsProviderSettings | undefined;
  /** Who may confirm senders of remarks; undefined: nobody. */
  readonly sendersProvider?: SendersProviderSettings | undefined;
}

const parts = [FactorCheck, IdentityProof, Invitations, PasswordResets, ResetLetters];
const byProvider = [
  ProviderVisits,
  OpenedByProvider,
  FollowProvider,
  SignInByProvider,
  ConfirmByProvider,
  JoinedAccounts,
  JoinByProvider,
  ProviderActs,
];
const face = [
  CompleteSignIn,
  OfferFactor,
  SetFactor,
  ConfirmIdentity,
  InviteOfficer,
  WithdrawInvitation,
  AcceptInvitation,
  ChangeRoles,
  SetActivity,
  ResetFactor,
  AskPasswordReset,
  ResetPassword,
  Officials,
  AccountLetters,
  VisitProvider,
  ReturnFromProvider,
  LeaveProvider,
  ConfirmByCode,
  ConfirmSender,
  SenderPasses,
];

/** What needs a key from outside the database: second factors, and links on their way into a letter. */
@Module({})
export class AccountsModule {
  static forRoot({ keyFile, provider, sendersProvider }: AccountsSettings): DynamicModule {
    return {
      module: AccountsModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        { provide: Sealing, useFactory: () => new Sealing(new Seal(new KeyRingFile(keyFile))) },
        { provide: OfficialsProvider, useFactory: () => new OfficialsProvider(provider) },
        { provide: SendersProvider, useFactory: () => new SendersProvider(sendersProvider) },
        ...parts,
        ...byProvider,
        ...face,
      ],
      exports: [OfficialsProvider, SendersProvider, ...face],
    };
  }
}
