export { IdentityModule } from './identity.module.js';
export { AccountsModule, type AccountsSettings } from './accounts.module.js';
export { type Action, actions, may, policy, type Rule, ruleOf, type Stage, stages } from './domain/policy.js';
export { NotAllowed, NotFound, requireOwnBody, requireRole } from './domain/rights.js';
export { type PasswordFault, passwordLengths } from './domain/password-rules.js';
export type { OfficerFault } from './domain/officer-facts.js';
export { CreateOfficer, type CreateOfficerInput, OfficerNotCreated } from './use-cases/create-officer.js';
export { ChangePassword, type ChangePasswordInput, PasswordRefused } from './use-cases/change-password.js';
export {
  type CodeAwaited,
  type RequestOrigin,
  SignIn,
  SignInFailed,
  type SignInInput,
  type SignedIn,
} from './use-cases/sign-in.js';
export { SignOut } from './use-cases/sign-out.js';
export { CompleteSignIn, SignInLapsed } from './use-cases/second-factor/complete-sign-in.js';
export { type FactorOffer, OfferFactor } from './use-cases/second-factor/offer-factor.js';
export { type FactorSet, FactorNotSet, SetFactor } from './use-cases/second-factor/set-factor.js';
export { RenewRecoveryCodes } from './use-cases/second-factor/renew-recovery-codes.js';
export { CurrentSession, type SessionNow } from './use-cases/sessions/current-session.js';
export { EndSession } from './use-cases/sessions/end-session.js';
export { ConfirmIdentity } from './use-cases/sessions/confirm-identity.js';
export { type OwnFactor, OwnAccess } from './queries/own-access.js';
export type { ListedSession } from './persistence/sessions.js';
export { AcceptInvitation } from './use-cases/officers/accept-invitation.js';
export { ChangeRoles } from './use-cases/officers/change-roles.js';
export { InviteOfficer, OfficerNotInvited } from './use-cases/officers/invite-officer.js';
export { ResetFactor } from './use-cases/officers/reset-factor.js';
export { SetActivity } from './use-cases/officers/set-activity.js';
export { WithdrawInvitation } from './use-cases/officers/withdraw-invitation.js';
export { AskPasswordReset } from './use-cases/passwords/ask-password-reset.js';
export { ResetPassword } from './use-cases/passwords/reset-password.js';
export { AccountLetters } from './queries/account-letters.js';
export { type Official, Officials } from './queries/officials.js';
export { InvitationOpen, type OpenInvitation } from './persistence/invitations.js';
export { linkHash, LinkNotValid, newLinkToken } from './mailed-link.js';
export { factorWasReset, identityEvents, officerInvited, passwordResetAsked } from './events.js';
export { type TokenAccess, tokenAccesses, type TokenFacts, tokenTerm } from './domain/api-token.js';
export { MakeApiToken, type TokenMade, TokenNotMade } from './use-cases/api-tokens/make-api-token.js';
export { RevokeApiToken } from './use-cases/api-tokens/revoke-api-token.js';
export { TokenActor, type TokenNow } from './use-cases/api-tokens/token-actor.js';
export { OwnApiTokens } from './queries/own-api-tokens.js';
export type { ListedToken } from './persistence/api-tokens.js';
export { SealBroken } from './sealing.js';
export { SealedAccounts } from './sealed-accounts.js';
export { type Colleague, Colleagues } from './queries/colleagues.js';
export { AddressTaken, BodyUnknown, type Officer } from './persistence/officers.js';
export { signInLimits } from './persistence/sign-in-attempts.js';
export { OfficerEntity } from './persistence/officer.entity.js';
export { OfficerSessionEntity } from './persistence/officer-session.entity.js';
export { SignInAttemptEntity } from './persistence/sign-in-attempt.entity.js';
export { type ClaimMeaning, type ClaimRules } from './domain/provider-claims.js';
export { OpenIdProvider, type KnownPerson, type ProviderSettings } from './provider/open-id-provider.js';
export { OfficialsProvider, type OfficialsProviderSettings } from './provider/officials-provider.js';
export { ProviderRefused, ProviderUnavailable, type RefusalReason } from './provider/provider-refusals.js';
export { visitSecrets, type VisitSecrets } from './provider/visit-secrets.js';
export { BindToProvider } from './use-cases/provider/bind-to-provider.js';
export { ConfirmSender } from './use-cases/provider/confirm-sender.js';
export { type ConfirmedMailbox, type ConfirmedSender, type SenderPass, SenderPasses } from './sender-passes.js';
export { SendersProvider, type SendersProviderSettings } from './provider/senders-provider.js';
export { ConfirmByCode } from './use-cases/provider/confirm-by-code.js';
export { ReturnFromProvider, type Returned } from './use-cases/provider/return-from-provider.js';
export { VisitProvider, type ProviderVisit } from './use-cases/provider/visit-provider.js';
export { type OwnSignIns } from './queries/own-access.js';
export { type ProviderSubject, SubjectTaken } from './persistence/officer-bindings.js';
