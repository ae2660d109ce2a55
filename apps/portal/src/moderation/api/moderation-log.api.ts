import { hidingGrounds, type ModerationLine, ModerationLog } from '#lib/discussion';
import type { Page } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';

/** What anybody may know of a hiding; never a word of the remark. */
export class ModerationLineResponse {
  @ApiProperty()
  number: string;

  @ApiProperty({ enum: hidingGrounds })
  ground: string;

  @ApiProperty({ type: MultilingualResponse })
  explanation: MultilingualResponse;

  @ApiProperty({ format: 'date-time' })
  hiddenAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null while it is hidden' })
  liftedAt: string | null;

  static of({ number, ground, explanation, hiddenAt, liftedAt }: ModerationLine): ModerationLineResponse {
    return { number, ground, explanation: MultilingualResponse.of(explanation), hiddenAt, liftedAt };
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
  @ApiOperation({ summary: 'Which remarks were hidden, why, and from when until when (REQ-116); never their text' })
  @ApiOkResponse({ type: ModerationPageResponse })
  @Refuses('not-found')
  async list(@Param('id') discussionId: string, @Query() query: PageQuery): Promise<ModerationPageResponse> {
    return ModerationPageResponse.of(await this.log.of(discussionId, pageOf(query)));
  }
}
