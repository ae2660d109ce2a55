export { ConsiderationModule } from './consideration.module.js';
export { DecideRemark, type DecideRemarkInput } from './use-cases/decide-remark.js';
export { DecideRemarks, type DecideRemarksInput } from './use-cases/decide-remarks.js';
export { ConsiderationQueue, type QueueFilter, type QueueItem } from './queries/consideration-queue.js';
export { ConsiderationProgress, type Progress } from './queries/consideration-progress.js';
export { DecisionsOf, type DecisionRow } from './queries/decisions-of.js';
export { UndecidedRemarks } from './queries/undecided-remarks.js';
export { StockAnswers, type StockAnswer } from './queries/stock-answers.js';
export { type Outcome, type OutcomeLabel, outcomeLabel, outcomes } from './domain/outcome.js';
export { type Decision, type DecisionFault, type DecisionFaultName, isLongEnough } from './domain/decision.js';
export { DecisionEntity } from './persistence/decision.entity.js';
export { PointEntity } from './persistence/point.entity.js';
export { considerationEvents, groupingRequested } from './events.js';
export { requestGroupingJob, suggestGroupsJob } from './jobs/grouping-jobs.js';
export { RequestGrouping } from './use-cases/grouping/request-grouping.js';
export { type GroupingOutcome, SuggestGroups } from './use-cases/grouping/suggest-groups.js';
export { ConfirmGroup, type ConfirmedGroup, type ConfirmGroupInput } from './use-cases/grouping/confirm-group.js';
export { GroupRemarks, type GroupRemarksInput } from './use-cases/grouping/group-remarks.js';
export { DismissSuggestion, type DismissSuggestionInput } from './use-cases/grouping/dismiss-suggestion.js';
export { LeaveGroup, type LeaveGroupInput } from './use-cases/grouping/leave-group.js';
export { DissolveGroup, type DissolveGroupInput } from './use-cases/grouping/dissolve-group.js';
export { ChooseRepresentative } from './use-cases/grouping/choose-representative.js';
export { GroupingProgress, type SearchForSimilar } from './queries/grouping/grouping-progress.js';
export {
  type GroupSuggestion,
  GroupSuggestions,
  type SuggestionToConfirm,
} from './queries/grouping/group-suggestions.js';
export { type SuggestionMember, SuggestionMembers } from './queries/grouping/suggestion-members.js';
export type { MemberRemark } from './queries/grouping/member-remarks.js';
export {
  type ConfirmedRemarkGroup,
  GroupsOfDiscussion,
  type RemarkGroupInFull,
} from './queries/grouping/groups-of-discussion.js';
export { MembersOfGroup } from './queries/grouping/members-of-group.js';
export { type SimilarRemarks, SimilarRemarksOf } from './queries/grouping/similar-remarks-of.js';
export { highlight, type HighlightedPiece } from './highlight.js';
export { GroupMembers, type GroupOfRemark, type LockedGroup } from './persistence/grouping/group-members.js';
export { type GroupKind, groupKinds, type SuggestionKind, suggestionKinds } from './domain/grouping/kinds.js';
export {
  type GroupingRun,
  type RunStage,
  runStages,
  type RunState,
  runStates,
} from './domain/grouping/grouping-run.js';
export { SuggestionChanged } from './domain/grouping/errors.js';
