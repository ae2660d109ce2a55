import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { ListBodiesApi } from './api/list-bodies.api.js';
import { ListServicesApi } from './api/list-services.api.js';

@Module({ imports: [ServiceRegisterModule], controllers: [ListBodiesApi, ListServicesApi] })
export class RegisterWebModule {}
