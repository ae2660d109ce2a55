import { IdentityModule } from '#lib/identity';
import { Module } from '@nestjs/common';
import { SessionCookie } from '../request/session-cookie.js';
import { SessionApi } from './api/session.api.js';
import { SignInPage } from './pages/sign-in.page.js';
import { SignOutPage } from './pages/sign-out.page.js';

@Module({
  imports: [IdentityModule],
  providers: [SessionCookie],
  controllers: [SignInPage, SignOutPage, SessionApi],
  exports: [IdentityModule, SessionCookie],
})
export class IdentityWebModule {}
