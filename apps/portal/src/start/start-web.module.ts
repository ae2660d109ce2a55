import { Module } from '@nestjs/common';
import { ReportsWebModule } from '../reports/reports-web.module.js';
import { ChooseLanguagePage } from './pages/choose-language.page.js';
import { StartPage } from './pages/start.page.js';

@Module({ imports: [ReportsWebModule], controllers: [ChooseLanguagePage, StartPage] })
export class StartWebModule {}
