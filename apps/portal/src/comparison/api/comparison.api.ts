import { citizen, DomainError } from '#lib/kernel';
import { VisibleVersions } from '#lib/reports';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { pageOf } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';
import { ComparisonResponse, VisibleVersionResponse } from './comparison.responses.js';

export class ComparisonQuery {
  @ApiProperty({ minimum: 1, description: 'Number of the earlier version' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  from: number;

  @ApiProperty({ minimum: 1, description: 'Number of the later version' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  to: number;

  @ApiProperty({ required: false, default: false, description: 'Also clauses with no change or only a new number' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  whole?: boolean;

  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 20, description: 'Clauses on a page' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  size?: number;

  @ApiProperty({ required: false, description: '`next` of the page before' })
  @IsOptional()
  @Matches(/^\d{1,6}$/)
  after?: string;
}

@ApiTags('procedures')
@Controller('api/v1/procedures/:id')
export class ComparisonApi {
  constructor(private readonly versions: VisibleVersions) {}

  @Get('versions')
  @Public()
  @ApiOperation({
    summary: 'The versions of a draft: those placed and, with its report, the revised one; to its own body all',
  })
  @ApiOkResponse({ type: [VisibleVersionResponse] })
  @Refuses('not-found')
  async list(@Param('id') procedureId: string, @Req() { officer }: FastifyRequest): Promise<VisibleVersionResponse[]> {
    const versions = await this.versions.of(procedureId, officer ?? citizen);
    if (versions.length === 0) throw new DomainError('not-found', 'there is no such draft');
    return versions.map((version) => VisibleVersionResponse.of(version));
  }

  @Get('comparison')
  @Public()
  @ApiOperation({ summary: 'What differs between two versions, clause by clause, in whole words (REQ-24, REQ-52)' })
  @ApiOkResponse({ type: ComparisonResponse })
  @Refuses('not-found')
  async compare(
    @Param('id') procedureId: string,
    @Query() query: ComparisonQuery,
    @Req() { officer }: FastifyRequest,
  ): Promise<ComparisonResponse> {
    const { from, to, whole = false } = query;
    const { size, after } = pageOf(query);
    const choice = { isWhole: whole, size, passOver: Number(after ?? 0) };
    return ComparisonResponse.of(await this.versions.compare({ procedureId, from, to }, officer ?? citizen, choice));
  }
}
