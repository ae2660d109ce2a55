import { FilesModule } from '#lib/files';
import { IdentityModule } from '#lib/identity';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupingModule } from './grouping.module.js';
import { DecisionWriters } from './persistence/decision-writers.js';
import { Decisions } from './persistence/decisions.repository.js';
import { entities } from './persistence/entities.js';
import { ErasableRemarks } from './persistence/erasable-remarks.js';
import { GroupPoints } from './persistence/grouping/group-points.js';
import { GroupsUnderAnswer } from './persistence/grouping/group-under-answer.js';
import { Points } from './persistence/points.repository.js';
import { RemarksUnderDecision } from './persistence/remarks-under-decision.js';
import { AnswerPreview } from './queries/answer-preview.js';
import { ChangeTrace } from './queries/change-trace.js';
import { ChosenRemarks } from './queries/chosen-remarks.js';
import { ConsiderationProgress } from './queries/consideration-progress.js';
import { ConsiderationQueue } from './queries/consideration-queue.js';
import { DecisionsOf } from './queries/decisions-of.js';
import { ErasureRequests } from './queries/erasure-requests.js';
import { GroundTemplates } from './queries/ground-templates.js';
import { MentionLetter } from './queries/mention-letter.js';
import { NotesOn } from './queries/notes-on.js';
import { PointsOf } from './queries/points-of.js';
import { QueueNeighbours } from './queries/queue-neighbours.js';
import { StockAnswers } from './queries/stock-answers.js';
import { UndecidedRemarks } from './queries/undecided-remarks.js';
import { WorkOnRemark } from './queries/work-on-remark.js';
import { WorkloadOf } from './queries/workload.js';
import { ArchiveGroundTemplate } from './use-cases/archive-ground-template.js';
import { AssignRemarks } from './use-cases/assign-remarks.js';
import { ClaimRemarks } from './use-cases/claim-remarks.js';
import { ConfirmDecisions } from './use-cases/confirm-decisions.js';
import { ConfirmGroupDecisions } from './use-cases/confirm-group-decisions.js';
import { DecideGroup } from './use-cases/decide-group.js';
import { DecidePoints } from './use-cases/decide-points.js';
import { DecideRemark } from './use-cases/decide-remark.js';
import { DecideRemarks } from './use-cases/decide-remarks.js';
import { EraseRemark } from './use-cases/erase-remark.js';
import { FlagPersonalData } from './use-cases/flag-personal-data.js';
import { FlagRemarks } from './use-cases/flag-remarks.js';
import { MakeDecision } from './use-cases/make-decision.js';
import { MarkMentionsRead } from './use-cases/mark-mentions-read.js';
import { SaveGroundTemplate } from './use-cases/save-ground-template.js';
import { SplitGroup } from './use-cases/split-group.js';
import { SplitRemark } from './use-cases/split-remark.js';
import { StateOwnInitiative } from './use-cases/state-own-initiative.js';
import { WriteNote } from './use-cases/write-note.js';
import { WriteNotes } from './use-cases/write-notes.js';

const parts = [
  ErasableRemarks,
  Decisions,
  Points,
  DecisionWriters,
  RemarksUnderDecision,
  MakeDecision,
  GroupPoints,
  GroupsUnderAnswer,
];

const acts = [
  SplitRemark,
  DecideRemark,
  DecideRemarks,
  DecidePoints,
  ConfirmDecisions,
  SplitGroup,
  DecideGroup,
  ConfirmGroupDecisions,
  StateOwnInitiative,
  AssignRemarks,
  ClaimRemarks,
  FlagRemarks,
  FlagPersonalData,
  EraseRemark,
  WriteNote,
  WriteNotes,
  MarkMentionsRead,
  SaveGroundTemplate,
  ArchiveGroundTemplate,
];

const reads = [
  ConsiderationQueue,
  ChosenRemarks,
  QueueNeighbours,
  WorkloadOf,
  ConsiderationProgress,
  PointsOf,
  AnswerPreview,
  DecisionsOf,
  UndecidedRemarks,
  StockAnswers,
  ChangeTrace,
  NotesOn,
  WorkOnRemark,
  MentionLetter,
  GroundTemplates,
  ErasureRequests,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), FilesModule, IdentityModule, GroupingModule],
  providers: [...parts, ...acts, ...reads],
  exports: [...acts, ...reads, GroupingModule],
})
export class ConsiderationModule {}
