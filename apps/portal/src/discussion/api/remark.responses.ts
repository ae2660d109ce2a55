import { hidingGrounds, type PublicRemark, remarkKinds, remarkStates, senderKinds } from '#lib/discussion';
import { languages, type Page } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** What anybody may see: not who sent it without consent, and no words of a withdrawn or hidden one. */
export class RemarkResponse {
  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'uuid' })
  discussionId: string;

  @ApiProperty({ enum: remarkKinds })
  kind: string;

  @ApiProperty({ enum: senderKinds })
  senderKind: string;

  @ApiProperty({ enum: languages })
  language: string;

  @ApiProperty({ enum: remarkStates })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ type: String, nullable: true })
  proposedWording: string | null;

  @ApiProperty({ type: [String], description: 'Lineage ids; none: the whole draft' })
  anchors: string[];

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty()
  revision: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  revisedAt: string | null;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  commitment: string;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: [...hidingGrounds, null],
    description: 'Why it is hidden (REQ-116)',
  })
  hidingGround: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'By own consent; null: it stands under its number alone' })
  author: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Since when words and sender are erased',
  })
  erasedAt: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Counted, and its text not public yet: shown at this instant at the latest (REQ-116)',
  })
  waitsUntil: string | null;

  static of(remark: PublicRemark): RemarkResponse {
    return {
      number: remark.number,
      discussionId: remark.discussionId,
      kind: remark.kind,
      senderKind: remark.senderKind,
      language: remark.language,
      state: remark.state,
      text: remark.text,
      proposedWording: remark.proposedWording,
      anchors: [...remark.anchors],
      receivedAt: remark.receivedAt,
      revision: remark.revision,
      revisedAt: remark.revisedAt,
      commitment: remark.commitment,
      hidingGround: remark.hidingGround,
      author: remark.author,
      erasedAt: remark.erasedAt,
      waitsUntil: remark.waitsUntil,
    };
  }
}

export class RemarkPageResponse {
  @ApiProperty({ type: [RemarkResponse] })
  items: RemarkResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<PublicRemark>): RemarkPageResponse {
    return { items: items.map((remark) => RemarkResponse.of(remark)), next };
  }
}
