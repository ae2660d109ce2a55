import { FilesModule } from '#lib/files';
import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { DiscussionWebModule } from '../discussion/discussion-web.module.js';
import { DraftingWebModule } from '../drafting/drafting-web.module.js';
import { EntriesApi } from './api/entries.api.js';
import { SettleEntryApi } from './api/settle-entry.api.js';
import { EntryFiles } from './entry-files.js';
import { OwnEntries } from './own-entries.js';
import { EntriesPage } from './pages/entries.page.js';
import { EntryFilePage } from './pages/entry-file.page.js';
import { EntryPage } from './pages/entry.page.js';
import { NewEntryPage } from './pages/new-entry.page.js';

@Module({
  imports: [FilesModule, DraftingWebModule, ConsiderationWebModule, DiscussionWebModule],
  providers: [EntryFiles, OwnEntries],
  // The form stands before the entry: `new` is no id.
  controllers: [EntriesPage, NewEntryPage, EntryPage, EntryFilePage, EntriesApi, SettleEntryApi],
})
export class EntriesWebModule {}
