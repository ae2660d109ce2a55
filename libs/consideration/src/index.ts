export { ConsiderationModule } from './consideration.module.js';

// What is done with a remark.
export { SplitRemark, type SplitRemarkInput } from './use-cases/split-remark.js';
export { DecideRemark, type DecideRemarkInput } from './use-cases/decide-remark.js';
export { DecideRemarks, type DecideRemarksInput } from './use-cases/decide-remarks.js';
export { DecidePoints, type PointDecision } from './use-cases/decide-points.js';
export { ConfirmDecisions, type ConfirmDecisionsInput } from './use-cases/confirm-decisions.js';
export { SplitGroup, type SplitGroupInput } from './use-cases/split-group.js';
export { DecideGroup, type DecideGroupInput } from './use-cases/decide-group.js';
export { ConfirmGroupDecisions } from './use-cases/confirm-group-decisions.js';
export type { GroupName } from './persistence/grouping/group-under-answer.js';
export { StateOwnInitiative, type StateOwnInitiativeInput } from './use-cases/state-own-initiative.js';
export { EraseRemark, type EraseRemarkInput } from './use-cases/erase-remark.js';
export { FlagPersonalData } from './use-cases/flag-personal-data.js';

// Who does it, and how officers help each other.
export { AssignRemarks, type AssignRemarksInput } from './use-cases/assign-remarks.js';
export { ClaimRemarks, type ClaimRemarksInput } from './use-cases/claim-remarks.js';
export { FlagRemarks, type FlagRemarksInput } from './use-cases/flag-remarks.js';
export { WriteNote, type WriteNoteInput } from './use-cases/write-note.js';
export { type NoteToWrite, WriteNotes } from './use-cases/write-notes.js';
export { MarkMentionsRead } from './use-cases/mark-mentions-read.js';
export { SaveGroundTemplate, type SaveGroundTemplateInput } from './use-cases/save-ground-template.js';
export { ArchiveGroundTemplate } from './use-cases/archive-ground-template.js';

// What is read.
export { ConsiderationQueue, type QueueItem } from './queries/consideration-queue.js';
export { ChosenRemarks, type RemarkChoice } from './queries/chosen-remarks.js';
export { type Bind, filterConditions, type QueueFilter } from './queries/queue-filter.js';
export { type Neighbour, type Neighbours, QueueNeighbours } from './queries/queue-neighbours.js';
export { type Workload, WorkloadOf } from './queries/workload.js';
export { type SenderCounts, senderCounts } from './queries/sender-counts.js';
export { ConsiderationProgress, type Progress } from './queries/consideration-progress.js';
export { AnswerPreview, type RemarksInView } from './queries/answer-preview.js';
export type { AnswersInView } from './persistence/answers-in-view.js';
export { PointsOf } from './queries/points-of.js';
export type { LivePoint } from './persistence/points.repository.js';
export { DecisionsOf, type DecisionRow } from './queries/decisions-of.js';
export { UndecidedRemarks } from './queries/undecided-remarks.js';
export { StockAnswers, stockAnswers, type StockAnswer } from './queries/stock-answers.js';
export { ChangeTrace, type TracedChange, tracedChanges } from './queries/change-trace.js';
export { type Mention, type Note, NotesOn } from './queries/notes-on.js';
export { type WorkOn, WorkOnRemark } from './queries/work-on-remark.js';
export { MentionLetter } from './queries/mention-letter.js';
export { GroundTemplates, type KeptTemplate } from './queries/ground-templates.js';
export { type ErasureRequest, ErasureRequests } from './queries/erasure-requests.js';

// Similar remarks, answered together.
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
export { type GroupAnswer, groupAnswers } from './persistence/grouping/group-answers.js';

// What is told, and what is to be done.
export { considerationEvents, groupingRequested, officerMentioned } from './events.js';
export { flagPersonalDataJob } from './jobs/flag-personal-data-job.js';
export { requestGroupingJob, suggestGroupsJob } from './jobs/grouping-jobs.js';

// The rules.
export { assertDecidable } from './domain/decidable.js';
export { type Outcome, type OutcomeLabel, outcomeLabel, outcomes } from './domain/outcome.js';
export {
  type Decision,
  type DecisionFault,
  type DecisionFaultName,
  decisionFaults,
  type DecisionInput,
  type DecisionRules,
  GROUND_LIMIT,
  tidyDecision,
} from './domain/decision.js';
export { mayConfirm } from './domain/confirmation.js';
export { MOST_AT_ONCE } from './domain/most-at-once.js';
export type { PointPart, PointSpan, SplitFault } from './domain/point.js';
export type { GroundTemplateFault } from './domain/ground-template.js';
export { isStockPhrase } from './domain/stock-phrase.js';
export {
  type ChangeNature,
  changeNatures,
  type OwnInitiative,
  type OwnInitiativeFault,
} from './domain/own-initiative.js';
export { type GroupKind, groupKinds, type SuggestionKind, suggestionKinds } from './domain/grouping/kinds.js';
export {
  type GroupingRun,
  type RunStage,
  runStages,
  type RunState,
  runStates,
} from './domain/grouping/grouping-run.js';
export { SuggestionChanged } from './domain/grouping/errors.js';
export { NOTE_LIMIT } from './domain/note.js';
