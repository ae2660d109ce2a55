import { ApiTokenEntity } from './api-token.entity.js';
import { OfficerBindingEntity } from './officer-binding.entity.js';
import { OfficerFactorEntity } from './officer-factor.entity.js';
import { OfficerInvitationEntity } from './officer-invitation.entity.js';
import { OfficerSessionEntity } from './officer-session.entity.js';
import { OfficerEntity } from './officer.entity.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { PendingSignInEntity } from './pending-sign-in.entity.js';
import { ProviderVisitEntity } from './provider-visit.entity.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';

export const entities = [
  OfficerEntity,
  OfficerSessionEntity,
  SignInAttemptEntity,
  OfficerFactorEntity,
  RecoveryCodeEntity,
  PendingSignInEntity,
  OfficerInvitationEntity,
  PasswordResetEntity,
  ApiTokenEntity,
  OfficerBindingEntity,
  ProviderVisitEntity,
];
