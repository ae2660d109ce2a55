import { ConsiderationModule } from '#lib/consideration';
import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { Module } from '@nestjs/common';
import { DecisionsApi } from './api/decisions.api.js';
import { QueueApi } from './api/queue.api.js';
import { OwnDiscussion } from './own-discussion.js';
import { OwnRemarks } from './own-remarks.js';
import { AttachmentPage } from './pages/attachment.page.js';
import { DecidePage } from './pages/decide.page.js';
import { QueuePage } from './pages/queue.page.js';

@Module({
  imports: [ConsiderationModule, DraftingModule, FilesModule],
  providers: [OwnDiscussion, OwnRemarks],
  controllers: [QueueApi, DecisionsApi, QueuePage, DecidePage, AttachmentPage],
  exports: [ConsiderationModule, OwnDiscussion, OwnRemarks],
})
export class ConsiderationWebModule {}
