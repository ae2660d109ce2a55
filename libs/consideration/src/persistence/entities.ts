import { DecisionConfirmationEntity } from './decision-confirmation.entity.js';
import { DecisionEntity } from './decision.entity.js';
import { OwnInitiativeEntity } from './own-initiative.entity.js';
import { PointSpanEntity } from './point-span.entity.js';
import { PointEntity } from './point.entity.js';
import {
  GroundTemplateEntity,
  RemarkAssignmentEntity,
  RemarkFlagEntity,
  RemarkNoteEntity,
  RemarkNoteMentionEntity,
} from './queue-of-work.entities.js';

export const entities = [
  PointEntity,
  PointSpanEntity,
  DecisionEntity,
  DecisionConfirmationEntity,
  OwnInitiativeEntity,
  RemarkAssignmentEntity,
  RemarkFlagEntity,
  RemarkNoteEntity,
  RemarkNoteMentionEntity,
  GroundTemplateEntity,
];
