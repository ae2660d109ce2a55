import { Module } from '@nestjs/common';
import { ReportsWebModule } from '../reports/reports-web.module.js';
import { DiscussionsFeed } from './discussions.feed.js';
import { DraftFeed } from './draft.feed.js';

@Module({ imports: [ReportsWebModule], controllers: [DiscussionsFeed, DraftFeed] })
export class FeedsModule {}
