import { DraftingModule } from '#lib/drafting';
import { Module } from '@nestjs/common';
import { GroupSuggestionsApi, SearchForSimilarApi } from './api/group-suggestions.api.js';
import { GroupActsApi, GroupsApi } from './api/groups.api.js';
import { ConsiderationWebModule } from './consideration-web.module.js';
import { GroupModels } from './pages/grouping/group-models.js';
import { GroupPageModels } from './pages/grouping/group-page-models.js';
import { GroupPage } from './pages/grouping/group.page.js';
import { GroupsPage } from './pages/grouping/groups.page.js';
import { SuggestionModels } from './pages/grouping/suggestion-models.js';
import { SuggestionPage } from './pages/grouping/suggestion.page.js';

/** Similar remarks and their groups. */
@Module({
  imports: [ConsiderationWebModule, DraftingModule],
  providers: [GroupModels, SuggestionModels, GroupPageModels],
  controllers: [
    SearchForSimilarApi,
    GroupSuggestionsApi,
    GroupsApi,
    GroupActsApi,
    GroupsPage,
    SuggestionPage,
    GroupPage,
  ],
})
export class GroupingWebModule {}
