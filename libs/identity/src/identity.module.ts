import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiTokens } from './persistence/api-tokens.js';
import { entities } from './persistence/entities.js';
import { Factors } from './persistence/factors.js';
import { OfficerBindings } from './persistence/officer-bindings.js';
import { Officers } from './persistence/officers.js';
import { PendingSignIns } from './persistence/pending-sign-ins.js';
import { Sessions } from './persistence/sessions.js';
import { SignInAttempts } from './persistence/sign-in-attempts.js';
import { Colleagues } from './queries/colleagues.js';
import { OwnApiTokens } from './queries/own-api-tokens.js';
import { OwnAccess } from './queries/own-access.js';
import { SessionOpening } from './session-opening.js';
import { MakeApiToken } from './use-cases/api-tokens/make-api-token.js';
import { RevokeApiToken } from './use-cases/api-tokens/revoke-api-token.js';
import { TokenActor } from './use-cases/api-tokens/token-actor.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CreateOfficer } from './use-cases/create-officer.js';
import { BindToProvider } from './use-cases/provider/bind-to-provider.js';
import { RenewRecoveryCodes } from './use-cases/second-factor/renew-recovery-codes.js';
import { CurrentSession } from './use-cases/sessions/current-session.js';
import { EndSession } from './use-cases/sessions/end-session.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';

const parts = [Officers, Sessions, SignInAttempts, PendingSignIns, Factors, ApiTokens, OfficerBindings, SessionOpening];
const face = [
  CreateOfficer,
  SignIn,
  SignOut,
  CurrentSession,
  EndSession,
  ChangePassword,
  RenewRecoveryCodes,
  OwnAccess,
  MakeApiToken,
  RevokeApiToken,
  TokenActor,
  OwnApiTokens,
  Colleagues,
  BindToProvider,
];

/** Needs the module that maps `state_body` beside it: officers belong to one. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...parts, ...face],
  exports: [...parts, ...face],
})
export class IdentityModule {}
