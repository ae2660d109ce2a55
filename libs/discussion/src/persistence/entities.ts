import { AddressConfirmationEntity } from './address-confirmation.entity.js';
import { DiscussionEntity } from './discussion.entity.js';
import { ErasureRequestEntity } from './erasure-request.entity.js';
import { HidingPassageEntity } from './hiding-passage.entity.js';
import { HidingEntity } from './hiding.entity.js';
import { IdempotencyEntity } from './idempotency.entity.js';
import { IntakeOutageEntity } from './intake-outage.entity.js';
import { LateArrivalEntity } from './late-arrival.entity.js';
import { ObjectionEntity } from './objection.entity.js';
import { PlacementEntity } from './placement.entity.js';
import { ReceivedEntryFileEntity } from './received-entry-file.entity.js';
import { ReceivedEntryEntity } from './received-entry.entity.js';
import { RemarkAttachmentEntity } from './remark-attachment.entity.js';
import { RemarkEntity } from './remark.entity.js';
import { RemarkRevisionEntity } from './remark-revision.entity.js';
import { SealedSenderEntity } from './sealed-sender.entity.js';
import { SealedTextEntity } from './sealed-text.entity.js';

export const entities = [
  DiscussionEntity,
  PlacementEntity,
  RemarkEntity,
  RemarkRevisionEntity,
  SealedSenderEntity,
  RemarkAttachmentEntity,
  LateArrivalEntity,
  IdempotencyEntity,
  ReceivedEntryEntity,
  ReceivedEntryFileEntity,
  HidingEntity,
  HidingPassageEntity,
  SealedTextEntity,
  ObjectionEntity,
  IntakeOutageEntity,
  ErasureRequestEntity,
  AddressConfirmationEntity,
];
