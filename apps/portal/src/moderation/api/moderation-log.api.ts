import { hidingGrounds, moderationActs, type ModerationLine, ModerationLog } from '#lib/discussion';
import type { Page } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';

/** What anybody may know of an act of moderation; never a word of the remark. */
export class ModerationLineResponse {
  @ApiProperty()
  number: string;

  @ApiProperty({ enum: moderationActs })
  act: string;

  @ApiProperty({ enum: hidingGrounds })
  ground: string;

  @ApiProperty({ type: MultilingualResponse })
  explanation: MultilingualResponse;

  @ApiProperty({ type: Number, nullable: true, description: 'Of a redaction; null where the whole text is meant' })
  passages: number | null;

  @ApiProperty({ format: 'date-time' })
  at: string;

  static of({ number, act, ground, explanation, passages, at }: ModerationLine): ModerationLineResponse {
    return { number, act, ground, explanation: MultilingualResponse.of(explanation), passages, at };
  }
}

export class ModerationPageResponse {
  @ApiProperty({ type: [ModerationLineResponse] })
  items: ModerationLineResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<ModerationLine>): ModerationPageResponse {
    return { items: items.map((line) => ModerationLineResponse.of(line)), next };
  }
}

@ApiTags('discussions')
@Controller('api/v1/discussions/:id/moderation')
export class ModerationLogApi {
  constructor(private readonly log: ModerationLog) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Every act of moderation, the number it is about, why and when (REQ-116); never the text' })
  @ApiOkResponse({ type: ModerationPageResponse })
  @Refuses('not-found')
  async list(@Param('id') discussionId: string, @Query() query: PageQuery): Promise<ModerationPageResponse> {
    return ModerationPageResponse.of(await this.log.of(discussionId, pageOf(query)));
  }
}
