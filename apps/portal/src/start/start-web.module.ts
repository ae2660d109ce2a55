import { Module } from '@nestjs/common';
import { ChooseLanguagePage } from './pages/choose-language.page.js';

@Module({ controllers: [ChooseLanguagePage] })
export class StartWebModule {}
