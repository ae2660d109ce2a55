import { Module } from '@nestjs/common';
import { AboutPage } from './pages/about.page.js';

@Module({ controllers: [AboutPage] })
export class AboutWebModule {}
