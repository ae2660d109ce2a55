import { outcomes, type QueueItem } from '#lib/consideration';
import type { Page } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';

export class AnchorResponse {
  @ApiProperty({ format: 'uuid' })
  lineageId: string;

  @ApiProperty()
  label: string;
}

/** Seen by officials of the developing body only (REQ-46). */
export class QueueSenderResponse {
  @ApiProperty({ enum: ['INDIVIDUAL', 'LEGAL_ENTITY', 'GROUP'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;

  @ApiProperty({ type: String, nullable: true })
  bin: string | null;

  @ApiProperty({ type: String, nullable: true })
  representativeGround: string | null;
}

export class QueuePointResponse {
  @ApiProperty({ description: 'From 1' })
  position: number;

  @ApiProperty({ enum: outcomes, nullable: true, description: 'null while undecided' })
  outcome: string | null;

  @ApiProperty({ description: 'By a second officer' })
  isConfirmed: boolean;
}

export class QueueWorkerResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  dueOn: string | null;
}

export class QueueItemResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ enum: ['REMARK', 'PROPOSAL'] })
  kind: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  proposedWording: string | null;

  @ApiProperty({ type: [AnchorResponse] })
  anchors: AnchorResponse[];

  @ApiProperty({ type: QueueSenderResponse })
  sender: QueueSenderResponse;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['EMAIL', 'PROVIDER', 'SIGNATURE', null],
    description:
      'How the sender was confirmed on line: by the mailbox, by an identity provider, by a signature of the remark; null: was not (AMB-20)',
  })
  senderConfirmation: string | null;

  @ApiProperty({ enum: [...outcomes, 'PARTLY', 'UNDECIDED'] })
  outcome: string;

  @ApiProperty({ type: [QueuePointResponse] })
  points: QueuePointResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'The group it is answered with; null alone' })
  groupNo: number | null;

  @ApiProperty({ type: QueueWorkerResponse, nullable: true })
  worker: QueueWorkerResponse | null;

  @ApiProperty()
  isFlagged: boolean;

  @ApiProperty({ description: 'Notes of officers' })
  notes: number;

  static of(item: QueueItem): QueueItemResponse {
    const { kind, name, email, organisation, bin, representativeGround } = item.sender;
    return {
      id: item.id,
      number: item.number,
      kind: item.kind,
      receivedAt: item.receivedAt,
      text: item.body,
      proposedWording: item.proposedWording,
      anchors: item.anchors.map(({ lineageId, label }) => ({ lineageId, label })),
      sender: { kind, name, email, organisation, bin, representativeGround },
      senderConfirmation: item.confirmation,
      outcome: item.outcome,
      points: item.points.map(({ position, outcome, isConfirmed }) => ({ position, outcome, isConfirmed })),
      groupNo: item.groupNo,
      worker: item.worker,
      isFlagged: item.isFlagged,
      notes: item.notes,
    };
  }
}

export class QueuePageResponse {
  @ApiProperty({ type: [QueueItemResponse] })
  items: QueueItemResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<QueueItem>): QueuePageResponse {
    return { items: items.map((item) => QueueItemResponse.of(item)), next };
  }
}
