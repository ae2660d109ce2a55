import { IdentityModule } from '#lib/identity';
import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { SessionCookie } from '../request/session-cookie.js';
import { Recognition } from '../rights/recognition.js';
import { AccessApi } from './api/access.api.js';
import { ApiTokensApi } from './api/api-tokens.api.js';
import { SessionApi } from './api/session.api.js';
import { SessionsApi } from './api/sessions.api.js';
import { AccountPage } from './pages/account/account.page.js';
import { FactorPage } from './pages/account/factor.page.js';
import { PasswordPage } from './pages/account/password.page.js';
import { ConfirmPage } from './pages/confirm/confirm.page.js';
import { InvitationPage } from './pages/invitation/invitation.page.js';
import { InvitePage } from './pages/officials/invite.page.js';
import { OfficialPage } from './pages/officials/official.page.js';
import { OfficialsPage } from './pages/officials/officials.page.js';
import { AccountProviderPage } from './pages/provider/account-provider.page.js';
import { InvitationProviderPage } from './pages/provider/invitation-provider.page.js';
import { ProviderConfirmPage } from './pages/provider/provider-confirm.page.js';
import { ProviderReturnPage } from './pages/provider/provider-return.page.js';
import { ProviderSignInPage } from './pages/provider/provider-sign-in.page.js';
import { ForgottenPasswordPage } from './pages/reset/forgotten-password.page.js';
import { PasswordResetPage } from './pages/reset/password-reset.page.js';
import { SignInCodePage } from './pages/sign-in/sign-in-code.page.js';
import { SignInPage } from './pages/sign-in/sign-in.page.js';
import { SignedOutPage, SignOutReturnPage } from './pages/sign-in/signed-out.page.js';
import { SignOutPage } from './pages/sign-in/sign-out.page.js';
import { TokensPage } from './pages/tokens/tokens.page.js';

@Module({
  imports: [IdentityModule, ServiceRegisterModule],
  providers: [SessionCookie, Recognition],
  controllers: [
    SignInPage,
    SignInCodePage,
    SignOutPage,
    SignedOutPage,
    SignOutReturnPage,
    ProviderSignInPage,
    ProviderReturnPage,
    ProviderConfirmPage,
    AccountProviderPage,
    InvitationProviderPage,
    ConfirmPage,
    AccountPage,
    FactorPage,
    PasswordPage,
    OfficialsPage,
    InvitePage,
    OfficialPage,
    InvitationPage,
    ForgottenPasswordPage,
    PasswordResetPage,
    SessionApi,
    AccessApi,
    SessionsApi,
    TokensPage,
    ApiTokensApi,
  ],
  exports: [IdentityModule, SessionCookie, Recognition],
})
export class IdentityWebModule {}
