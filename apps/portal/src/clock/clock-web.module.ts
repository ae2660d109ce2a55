import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { ReportsWebModule } from '../reports/reports-web.module.js';
import { BoardPage } from './pages/board.page.js';
import { BodyPage } from './pages/body.page.js';

@Module({ imports: [ReportsWebModule, ServiceRegisterModule], controllers: [BoardPage, BodyPage] })
export class ClockWebModule {}
