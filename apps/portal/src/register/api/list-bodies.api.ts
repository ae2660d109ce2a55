import { StateBodies } from '#lib/service-register';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';
import { StateBodyPageResponse } from './register.responses.js';

@ApiTags('register')
@Controller('api/v1/bodies')
export class ListBodiesApi {
  constructor(private readonly bodies: StateBodies) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'State bodies, by code' })
  @ApiOkResponse({ type: StateBodyPageResponse })
  @Refuses()
  async list(@Query() query: PageQuery): Promise<StateBodyPageResponse> {
    return StateBodyPageResponse.of(await this.bodies.list(pageOf(query)));
  }
}
