import { PublicServices } from '#lib/service-register';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';
import { PublicServicePageResponse } from './register.responses.js';

@ApiTags('register')
@Controller('api/v1/services')
export class ListServicesApi {
  constructor(private readonly services: PublicServices) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'The register of public services, by code' })
  @ApiOkResponse({ type: PublicServicePageResponse })
  @Refuses()
  async list(@Query() query: PageQuery): Promise<PublicServicePageResponse> {
    return PublicServicePageResponse.of(await this.services.list(pageOf(query)));
  }
}
