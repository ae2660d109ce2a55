import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PublicServiceEntity } from './persistence/public-service.entity.js';
import { RegisterStore } from './persistence/register-store.js';
import { StateBodyEntity } from './persistence/state-body.entity.js';
import { PublicServices } from './queries/public-services.js';
import { StateBodies } from './queries/state-bodies.js';
import { ImportRegister } from './use-cases/import-register.js';

@Module({
  imports: [TypeOrmModule.forFeature([StateBodyEntity, PublicServiceEntity])],
  providers: [RegisterStore, ImportRegister, StateBodies, PublicServices],
  exports: [ImportRegister, StateBodies, PublicServices],
})
export class ServiceRegisterModule {}
