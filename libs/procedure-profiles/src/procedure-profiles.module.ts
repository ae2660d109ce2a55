import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddedProfiles } from './persistence/added-profiles.js';
import { ProcedureProfileEntity } from './persistence/procedure-profile.entity.js';
import { ProfileRegister } from './profile-register.js';
import { AddProcedureProfile } from './use-cases/add-procedure-profile.js';
import { WithdrawProcedureProfile } from './use-cases/withdraw-procedure-profile.js';

const face = [ProfileRegister, AddProcedureProfile, WithdrawProcedureProfile];

@Module({
  imports: [TypeOrmModule.forFeature([ProcedureProfileEntity])],
  providers: [AddedProfiles, ...face],
  exports: face,
})
export class ProcedureProfilesModule {}
