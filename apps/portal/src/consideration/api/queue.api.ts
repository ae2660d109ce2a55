import { ConsiderationQueue, type QueueItem } from '#lib/consideration';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { QueuePageResponse } from './queue.responses.js';

export class QueueQuery extends PageQuery {
  @ApiProperty({ required: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  undecidedOnly?: boolean;

  @ApiProperty({ required: false, enum: ['REMARK', 'PROPOSAL'] })
  @IsOptional()
  @IsIn(['REMARK', 'PROPOSAL'])
  kind?: QueueItem['kind'];

  @ApiProperty({ required: false, description: 'Lineage id of a clause, or `whole-draft`' })
  @IsOptional()
  @Matches(/^(whole-draft|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  clause?: string;

  @ApiProperty({ required: false, description: '`mine`, `nobody`, or the id of an officer' })
  @IsOptional()
  @Matches(/^(mine|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  worker?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  flaggedOnly?: boolean;

  @ApiProperty({ required: false, description: 'Decided ones that wait for a second officer' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unconfirmedOnly?: boolean;

  @ApiProperty({ required: false, description: 'Whose sender was confirmed on line, or was not (AMB-20)' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  senderConfirmed?: boolean;

  @ApiProperty({ required: false, description: 'Which their senders have signed (AMB-20)' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  signedOnly?: boolean;

  @ApiProperty({ required: false, maxLength: 200, description: 'In the text or the number' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  words?: string;
}

@ApiTags('consideration')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/queue')
export class QueueApi {
  constructor(private readonly queue: ConsiderationQueue) {}

  @Get()
  @May('work.read')
  @ApiOperation({ summary: 'The standing remarks of a discussion of the own body, with their senders' })
  @ApiOkResponse({ type: QueuePageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(
    @Param('id') discussionId: string,
    @Query() query: QueueQuery,
    @Officer() officer: OfficerActor,
  ): Promise<QueuePageResponse> {
    const { size: _size, after: _after, ...filter } = query;
    return QueuePageResponse.of(await this.queue.of(discussionId, officer, pageOf(query), filter));
  }
}
