import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { DraftingWebModule } from '../drafting/drafting-web.module.js';
import { DeskWork } from './desk-work.js';
import { DeskPage } from './pages/desk.page.js';

@Module({
  imports: [ServiceRegisterModule, DraftingWebModule, ConsiderationWebModule],
  providers: [DeskWork],
  controllers: [DeskPage],
})
export class DeskWebModule {}
