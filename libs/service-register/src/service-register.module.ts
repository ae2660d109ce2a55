import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PublicServiceEntity } from './persistence/public-service.entity.js';
import { RegisterSectionEntity } from './persistence/register-section.entity.js';
import { RegisterStore } from './persistence/register-store.js';
import { StateBodyEntity } from './persistence/state-body.entity.js';
import { PublicServices } from './queries/public-services.js';
import { RegisterSections } from './queries/register-sections.js';
import { StateBodies } from './queries/state-bodies.js';
import { ImportRegister } from './use-cases/import-register.js';

@Module({
  imports: [TypeOrmModule.forFeature([StateBodyEntity, PublicServiceEntity, RegisterSectionEntity])],
  providers: [RegisterStore, ImportRegister, StateBodies, PublicServices, RegisterSections],
  exports: [ImportRegister, StateBodies, PublicServices, RegisterSections],
})
export class ServiceRegisterModule {}
