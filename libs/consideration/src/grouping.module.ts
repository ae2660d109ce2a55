import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { groupingEntities } from './persistence/grouping/entities.js';
import { GroupMembers } from './persistence/grouping/group-members.js';
import { GroupingRuns } from './persistence/grouping/grouping-runs.js';
import { OpenSuggestions } from './persistence/grouping/open-suggestions.js';
import { RemarkGroups } from './persistence/grouping/remark-groups.js';
import { SameSenders } from './persistence/grouping/same-senders.js';
import { SignatureBands } from './persistence/grouping/signature-bands.js';
import { SuggestionWriter } from './persistence/grouping/suggestion-writer.js';
import { TextSignatures } from './persistence/grouping/text-signatures.js';
import { GroupSuggestions } from './queries/grouping/group-suggestions.js';
import { GroupingProgress } from './queries/grouping/grouping-progress.js';
import { GroupsOfDiscussion } from './queries/grouping/groups-of-discussion.js';
import { MembersOfGroup } from './queries/grouping/members-of-group.js';
import { SimilarRemarksOf } from './queries/grouping/similar-remarks-of.js';
import { SuggestionMembers } from './queries/grouping/suggestion-members.js';
import { ChooseRepresentative } from './use-cases/grouping/choose-representative.js';
import { CompareTexts } from './use-cases/grouping/compare-texts.js';
import { ConfirmGroup } from './use-cases/grouping/confirm-group.js';
import { DismissSuggestion } from './use-cases/grouping/dismiss-suggestion.js';
import { DissolveGroup } from './use-cases/grouping/dissolve-group.js';
import { GroupActs } from './use-cases/grouping/group-acts.js';
import { GroupRemarks } from './use-cases/grouping/group-remarks.js';
import { LeaveGroup } from './use-cases/grouping/leave-group.js';
import { PublishSuggestions } from './use-cases/grouping/publish-suggestions.js';
import { RequestGrouping } from './use-cases/grouping/request-grouping.js';
import { SignTexts } from './use-cases/grouping/sign-texts.js';
import { SuggestGroups } from './use-cases/grouping/suggest-groups.js';

const stages = [SignTexts, CompareTexts, PublishSuggestions];
const tables = [
  GroupingRuns,
  TextSignatures,
  SignatureBands,
  SuggestionWriter,
  SameSenders,
  OpenSuggestions,
  RemarkGroups,
];

const offered = [
  RequestGrouping,
  SuggestGroups,
  ConfirmGroup,
  GroupRemarks,
  DismissSuggestion,
  LeaveGroup,
  DissolveGroup,
  ChooseRepresentative,
  GroupMembers,
  GroupingProgress,
  GroupSuggestions,
  SuggestionMembers,
  GroupsOfDiscussion,
  MembersOfGroup,
  SimilarRemarksOf,
];

/** Similar remarks: suggested, confirmed, taken apart again (REQ-43, REQ-44). */
@Module({
  imports: [TypeOrmModule.forFeature(groupingEntities)],
  providers: [...stages, ...tables, GroupActs, ...offered],
  exports: [...offered, RemarkGroups, GroupActs],
})
export class GroupingModule {}
