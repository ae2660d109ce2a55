import { ListRemarks, RemarkByNumber, ReplaceRemark, WithdrawRemark } from '#lib/discussion';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { elapsedSinceArrival } from '../../request/arrival-clock.js';
import { Public } from '../../rights/public.js';
import { AcknowledgementResponse } from './acknowledgement.response.js';
import { RemarkPageResponse, RemarkResponse } from './remark.responses.js';
import { RemarkContentRequest } from './submit-remark.request.js';

export class RemarksQuery extends PageQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'Lineage id: only remarks about this clause' })
  @IsOptional()
  @IsUUID()
  clause?: string;
}

const secretHeader = { name: 'remark-secret', required: true, description: 'From the receipt' };

@ApiTags('remarks')
@Controller('api/v1')
export class RemarksApi {
  constructor(
    private readonly remarks: ListRemarks,
    private readonly byNumber: RemarkByNumber,
    private readonly replaceRemark: ReplaceRemark,
    private readonly withdrawRemark: WithdrawRemark,
  ) {}

  @Get('discussions/:id/remarks')
  @Public()
  @ApiOperation({ summary: 'Remarks in the order of their arrival; never who sent them (REQ-46)' })
  @ApiOkResponse({ type: RemarkPageResponse })
  @Refuses('not-found')
  async list(@Param('id') discussionId: string, @Query() query: RemarksQuery): Promise<RemarkPageResponse> {
    return RemarkPageResponse.of(await this.remarks.public({ discussionId, clause: query.clause }, pageOf(query)));
  }

  @Get('remarks/:number')
  @Public()
  @ApiOperation({ summary: 'One remark by its public number' })
  @ApiOkResponse({ type: RemarkResponse })
  @Refuses('not-found')
  async get(@Param('number') number: string): Promise<RemarkResponse> {
    return RemarkResponse.of(await this.byNumber.public(number));
  }

  @Put('remarks/:number')
  @Public()
  @ApiOperation({ summary: 'Replace an own remark before the close; every version is kept (REQ-38)' })
  @ApiHeader(secretHeader)
  @ApiOkResponse({ type: AcknowledgementResponse })
  @Refuses('receipt-not-valid', 'wrong-state', 'discussion-closed', 'discussion-withdrawn')
  async replace(
    @Param('number') number: string,
    @Headers('remark-secret') secret: string | undefined,
    @Body() body: RemarkContentRequest,
    @Req() request: FastifyRequest,
  ): Promise<AcknowledgementResponse> {
    const content = { ...body, anchors: body.anchors ?? [] };
    const arrival = { elapsedMs: elapsedSinceArrival(request) };
    return AcknowledgementResponse.of(
      await this.replaceRemark.execute({ number, secret: secret ?? '', content }, arrival),
    );
  }

  @Delete('remarks/:number')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an own remark before the close; it keeps its number (REQ-38)' })
  @ApiHeader(secretHeader)
  @ApiNoContentResponse()
  @Refuses('receipt-not-valid', 'wrong-state', 'discussion-closed', 'discussion-withdrawn')
  async withdraw(
    @Param('number') number: string,
    @Headers('remark-secret') secret: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.withdrawRemark.execute({ number, secret: secret ?? '' }, { elapsedMs: elapsedSinceArrival(request) });
  }
}
