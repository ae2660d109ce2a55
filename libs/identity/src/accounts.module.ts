import { KeyRingFile, Seal } from '#lib/privacy';
import { type DynamicModule, Module } from '@nestjs/common';
import { FactorCheck } from './factor-check.js';
import { IdentityModule } from './identity.module.js';
import { IdentityProof } from './identity-proof.js';
import { Invitations } from './persistence/invitations.js';
import { PasswordResets } from './persistence/password-resets.js';
import { AccountLetters } from './queries/account-letters.js';
import { Officials } from './queries/officials.js';
import { Sealing } from './sealing.js';
import { AcceptInvitation } from './use-cases/officers/accept-invitation.js';
import { ChangeRoles } from './use-cases/officers/change-roles.js';
import { InviteOfficer } from './use-cases/officers/invite-officer.js';
import { ResetFactor } from './use-cases/officers/reset-factor.js';
import { SetActivity } from './use-cases/officers/set-activity.js';
import { WithdrawInvitation } from './use-cases/officers/withdraw-invitation.js';
import { AskPasswordReset, ResetLetters } from './use-cases/passwords/ask-password-reset.js';
import { ResetPassword } from './use-cases/passwords/reset-password.js';
import { CompleteSignIn } from './use-cases/second-factor/complete-sign-in.js';
import { OfferFactor } from './use-cases/second-factor/offer-factor.js';
import { SetFactor } from './use-cases/second-factor/set-factor.js';
import { ConfirmIdentity } from './use-cases/sessions/confirm-identity.js';

export interface AccountsSettings {
  /** The key ring of what is personal (TALQY_KEYS). */
  readonly keyFile: string;
}

const parts = [FactorCheck, IdentityProof, Invitations, PasswordResets, ResetLetters];
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
];

/** What needs a key from outside the database: second factors, and links on their way into a letter. */
@Module({})
export class AccountsModule {
  static forRoot({ keyFile }: AccountsSettings): DynamicModule {
    return {
      module: AccountsModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        { provide: Sealing, useFactory: () => new Sealing(new Seal(new KeyRingFile(keyFile))) },
        ...parts,
        ...face,
      ],
      exports: face,
    };
  }
}
