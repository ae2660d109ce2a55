import { ConsiderationModule } from '#lib/consideration';
import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { IdentityModule } from '#lib/identity';
import { Module } from '@nestjs/common';
import { ChangesApi } from './api/changes.api.js';
import { DecisionsApi } from './api/decisions.api.js';
import { GroupAnswerApi } from './api/group-answer.api.js';
import { PointsApi } from './api/points.api.js';
import { QueueApi } from './api/queue.api.js';
import { Changeable } from './changeable.js';
import { OwnDiscussion } from './own-discussion.js';
import { OwnRemarks } from './own-remarks.js';
import { AnswersPages } from './pages/answer/answers-pages.js';
import { AnswersPage } from './pages/answer/answers.page.js';
import { DecisionFields } from './pages/answer/decision-fields.js';
import { GroupAnswerPages } from './pages/answer/group-answer-pages.js';
import { GroupAnswerPage } from './pages/answer/group-answer.page.js';
import { ChangesPage } from './pages/changes/changes.page.js';
import { GroupPointsPage } from './pages/points/group-points.page.js';
import { PointsPage } from './pages/points/points.page.js';
import { QueueActs } from './pages/queue/queue-acts.js';
import { QueueFacts } from './pages/queue/queue-facts.js';
import { QueuePages } from './pages/queue/queue-pages.js';
import { QueuePage } from './pages/queue/queue.page.js';
import { AttachmentPage } from './pages/remark/attachment.page.js';
import { RemarkPages } from './pages/remark/remark-pages.js';
import { RemarkReadings } from './pages/remark/remark-reading.js';
import { RemarkWorkPage } from './pages/remark/remark-work.page.js';
import { RemarkPage } from './pages/remark/remark.page.js';
import { TemplatesPage } from './pages/templates/templates.page.js';

const readings = [OwnDiscussion, OwnRemarks, Changeable, RemarkReadings, DecisionFields];
const pages = [RemarkPages, QueueFacts, QueuePages, QueueActs, AnswersPages, GroupAnswerPages];

/** The work of answering: the queue, the remark, its points, answers to many, what changed in the draft. */
@Module({
  imports: [ConsiderationModule, DraftingModule, FilesModule, IdentityModule],
  providers: [...readings, ...pages],
  controllers: [
    QueueApi,
    DecisionsApi,
    PointsApi,
    GroupAnswerApi,
    ChangesApi,
    QueuePage,
    RemarkPage,
    RemarkWorkPage,
    PointsPage,
    AnswersPage,
    GroupAnswerPage,
    GroupPointsPage,
    ChangesPage,
    TemplatesPage,
    AttachmentPage,
  ],
  exports: [ConsiderationModule, OwnDiscussion, OwnRemarks, Changeable],
})
export class ConsiderationWebModule {}
