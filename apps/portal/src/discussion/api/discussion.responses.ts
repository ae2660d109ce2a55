import type { DiscussionDetails, DiscussionSummary, PlacementDetails } from '#lib/discussion';
import { discussionStates } from '#lib/discussion';
import type { Page } from '#lib/kernel';
import { channels } from '#lib/time-limits';
import { ApiProperty } from '@nestjs/swagger';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';

export class DiscussionResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: MultilingualResponse })
  title: MultilingualResponse;

  @ApiProperty({ type: MultilingualResponse })
  developer: MultilingualResponse;

  @ApiProperty({ type: String, nullable: true })
  serviceCode: string | null;

  @ApiProperty({ enum: discussionStates })
  state: string;

  @ApiProperty({ description: 'Whether a remark sent now would be on time, by the database clock' })
  isTakingRemarks: boolean;

  @ApiProperty({ description: 'The dated rules of this discussion' })
  profileId: string;

  @ApiProperty({ example: 'Asia/Almaty' })
  zone: string;

  @ApiProperty({ format: 'date-time' })
  openAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  lastDay: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Exclusive; null: the term has not started',
  })
  closeAt: string | null;

  @ApiProperty()
  remarks: number;

  static of(summary: DiscussionSummary): DiscussionResponse {
    return {
      id: summary.id,
      title: MultilingualResponse.of(summary.title),
      developer: MultilingualResponse.of(summary.developer),
      serviceCode: summary.serviceCode,
      state: summary.state,
      isTakingRemarks: summary.isTakingRemarks,
      profileId: summary.profileId,
      zone: summary.zone,
      openAt: summary.openAt,
      lastDay: summary.lastDay,
      closeAt: summary.closeAt,
      remarks: summary.remarks,
    };
  }
}

export class DiscussionPageResponse {
  @ApiProperty({ type: [DiscussionResponse] })
  items: DiscussionResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<DiscussionSummary>): DiscussionPageResponse {
    return { items: items.map((summary) => DiscussionResponse.of(summary)), next };
  }
}

export class PlacementResponse {
  @ApiProperty({ enum: ['DRAFT', 'REPORT'] })
  subject: string;

  @ApiProperty({ enum: channels })
  channel: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ format: 'date-time' })
  placedAt: string;

  @ApiProperty({ type: String, nullable: true })
  proofSha256: string | null;

  static of({ subject, channel, url, placedAt, proofSha256 }: PlacementDetails): PlacementResponse {
    return { subject, channel, url, placedAt, proofSha256 };
  }
}

export class DiscussionDetailsResponse extends DiscussionResponse {
  @ApiProperty({ format: 'uuid', description: 'The dossier: its versions and their comparison' })
  procedureId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical text under discussion' })
  textSha256: string;

  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'The day the term is counted from' })
  termDate: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  withdrawnAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawalReason: string | null;

  @ApiProperty({ type: [PlacementResponse] })
  placements: PlacementResponse[];

  static override of(details: DiscussionDetails): DiscussionDetailsResponse {
    return {
      ...DiscussionResponse.of(details),
      procedureId: details.procedureId,
      version: details.version,
      textSha256: details.textSha256,
      termDate: details.termDate,
      closedAt: details.closedAt,
      withdrawnAt: details.withdrawnAt,
      withdrawalReason: details.withdrawalReason,
      placements: details.placements.map((placement) => PlacementResponse.of(placement)),
    };
  }
}

export class LateArrivalsResponse {
  @ApiProperty({ description: 'Received after the term; not subject to consideration (R8.4)' })
  count: number;
}
