import { Module } from '@nestjs/common';
import { ContentVersion } from './content-version.js';
import { KeptPages } from './kept-pages.js';

@Module({ providers: [KeptPages, ContentVersion], exports: [KeptPages, ContentVersion] })
export class KeptPagesModule {}
