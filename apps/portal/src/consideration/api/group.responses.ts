import {
  type ConfirmedGroup,
  type ConfirmedRemarkGroup,
  groupKinds,
  type GroupSuggestion,
  type MemberRemark,
  type RemarkGroupInFull,
  runStages,
  runStates,
  type SearchForSimilar,
  suggestionKinds,
  type SuggestionMember,
  type SuggestionToConfirm,
} from '#lib/consideration';
import type { Page } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { AnchorResponse } from './queue.responses.js';

export class SearchRunResponse {
  @ApiProperty({ enum: runStates })
  state: string;

  @ApiProperty({ enum: runStages })
  stage: string;

  @ApiProperty({ description: 'Of `total`: remarks while reading, bands while comparing' })
  done: number;

  @ApiProperty()
  total: number;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: string | null;
}

export class SearchResponse {
  @ApiProperty({ description: 'After the close, until the report is signed' })
  isOpen: boolean;

  @ApiProperty({ type: SearchRunResponse, nullable: true })
  run: SearchRunResponse | null;

  static of({ isOpen, run }: SearchForSimilar): SearchResponse {
    if (!run) return { isOpen, run };
    const { state, stage, done, total, requestedAt, finishedAt } = run;
    return { isOpen, run: { state, stage, done, total, requestedAt, finishedAt } };
  }
}

export class RepresentativeResponse {
  @ApiProperty()
  number: string;

  @ApiProperty()
  text: string;
}

export class LikenessResponse {
  @ApiProperty({ minimum: 0, maximum: 1 })
  least: number;

  @ApiProperty({ minimum: 0, maximum: 1 })
  most: number;
}

export class GroupSuggestionResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: suggestionKinds })
  kind: string;

  @ApiProperty()
  size: number;

  @ApiProperty({ description: 'Different senders' })
  authors: number;

  @ApiProperty({ type: RepresentativeResponse })
  representative: RepresentativeResponse;

  @ApiProperty({ type: LikenessResponse, description: 'To the representative' })
  likeness: LikenessResponse;

  @ApiProperty({ type: Number, nullable: true, description: 'The group they would join; null: a new one' })
  joins: number | null;

  @ApiProperty({ required: false, description: 'To be sent back with a confirmation or a dismissal' })
  seen?: string;

  static of(suggestion: GroupSuggestion | SuggestionToConfirm): GroupSuggestionResponse {
    const { id, kind, size, authors, joins, likeness, representative } = suggestion;
    return {
      id,
      kind,
      size,
      authors,
      representative: { number: representative.number, text: representative.text },
      likeness: { least: likeness.least, most: likeness.most },
      joins,
      ...('seen' in suggestion ? { seen: suggestion.seen } : {}),
    };
  }
}

/** Seen by officials of the developing body only (REQ-46). */
export class MemberSenderResponse {
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;
}

export class GroupMemberResponse {
  @ApiProperty()
  number: string;

  @ApiProperty({ enum: ['RECEIVED', 'WITHDRAWN', 'HIDDEN'] })
  state: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ enum: ['PORTAL', 'API', 'PAPER', 'DESK', 'EMAIL', 'IMPORT'] })
  channel: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  proposedWording: string | null;

  @ApiProperty({ type: [AnchorResponse], description: 'Empty: the whole draft' })
  anchors: AnchorResponse[];

  @ApiProperty({ type: MemberSenderResponse })
  sender: MemberSenderResponse;

  @ApiProperty({ required: false, minimum: 0, maximum: 1, description: 'To the representative of a suggestion' })
  likeness?: number;

  static of(member: MemberRemark | SuggestionMember): GroupMemberResponse {
    const { number, state, receivedAt, channel, text, proposedWording, anchors, sender } = member;
    return {
      number,
      state,
      receivedAt,
      channel,
      text,
      proposedWording,
      anchors: anchors.map(({ lineageId, label }) => ({ lineageId, label })),
      sender: { name: sender.name, organisation: sender.organisation },
      ...('likeness' in member ? { likeness: member.likeness } : {}),
    };
  }
}

export class RemarkGroupResponse {
  @ApiProperty({ description: 'From 1 in the discussion' })
  no: number;

  @ApiProperty({ enum: groupKinds })
  kind: string;

  @ApiProperty({ format: 'date-time' })
  confirmedAt: string;

  @ApiProperty()
  members: number;

  @ApiProperty({ description: 'Without those withdrawn or hidden since' })
  standing: number;

  @ApiProperty({ type: RepresentativeResponse, nullable: true })
  representative: RepresentativeResponse | null;

  @ApiProperty({ required: false, description: 'Different senders' })
  authors?: number;

  @ApiProperty({ required: false, description: 'To be sent back when the group is dissolved' })
  seen?: string;

  static of(group: ConfirmedRemarkGroup | RemarkGroupInFull): RemarkGroupResponse {
    const { no, kind, confirmedAt, members, standing, representative } = group;
    return {
      no,
      kind,
      confirmedAt,
      members,
      standing,
      representative: representative && { number: representative.number, text: representative.text },
      ...('seen' in group ? { authors: group.authors, seen: group.seen } : {}),
    };
  }
}

export class ConfirmedGroupResponse {
  @ApiProperty()
  no: number;

  @ApiProperty({ description: 'All that are in the group now' })
  members: number;

  static of({ no, members }: ConfirmedGroup): ConfirmedGroupResponse {
    return { no, members };
  }
}

export class GroupSuggestionPageResponse {
  @ApiProperty({ type: [GroupSuggestionResponse] })
  items: GroupSuggestionResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<GroupSuggestion>): GroupSuggestionPageResponse {
    return { items: items.map((item) => GroupSuggestionResponse.of(item)), next };
  }
}

export class GroupMemberPageResponse {
  @ApiProperty({ type: [GroupMemberResponse] })
  items: GroupMemberResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<MemberRemark>): GroupMemberPageResponse {
    return { items: items.map((item) => GroupMemberResponse.of(item)), next };
  }
}

export class RemarkGroupPageResponse {
  @ApiProperty({ type: [RemarkGroupResponse] })
  items: RemarkGroupResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<ConfirmedRemarkGroup>): RemarkGroupPageResponse {
    return { items: items.map((item) => RemarkGroupResponse.of(item)), next };
  }
}
