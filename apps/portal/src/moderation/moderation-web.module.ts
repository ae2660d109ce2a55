import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { ModerationLogApi } from './api/moderation-log.api.js';
import { AnswerObjectionPage } from './pages/answer-objection.page.js';
import { ErasuresPage } from './pages/erasures.page.js';
import { HidingReadings } from './pages/hiding-reading.js';
import { HidingPage } from './pages/hiding.page.js';
import { ModerationLogPage } from './pages/moderation-log.page.js';
import { RedactionPage } from './pages/redaction.page.js';
import { SettleHidingPage } from './pages/settle-hiding.page.js';
import { WaitingPage } from './pages/waiting.page.js';

@Module({
  imports: [ConsiderationWebModule],
  providers: [HidingReadings],
  controllers: [
    ModerationLogApi,
    ModerationLogPage,
    HidingPage,
    SettleHidingPage,
    ErasuresPage,
    WaitingPage,
    RedactionPage,
    AnswerObjectionPage,
  ],
})
export class ModerationWebModule {}
