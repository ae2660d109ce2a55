import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OfficerSessionEntity } from './persistence/officer-session.entity.js';
import { OfficerEntity } from './persistence/officer.entity.js';
import { Officers } from './persistence/officers.js';
import { Sessions } from './persistence/sessions.js';
import { SignInAttemptEntity } from './persistence/sign-in-attempt.entity.js';
import { SignInAttempts } from './persistence/sign-in-attempts.js';
import { Colleagues } from './queries/colleagues.js';
import { CreateOfficer } from './use-cases/create-officer.js';
import { SessionActor } from './use-cases/session-actor.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';

const open = [CreateOfficer, SignIn, SignOut, SessionActor, Colleagues];

/** Needs the module that maps `state_body` beside it: officers belong to one. */
@Module({
  imports: [TypeOrmModule.forFeature([OfficerEntity, OfficerSessionEntity, SignInAttemptEntity])],
  providers: [Officers, Sessions, SignInAttempts, ...open],
  exports: open,
})
export class IdentityModule {}
