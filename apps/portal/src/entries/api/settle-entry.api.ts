import { ConfirmEntry, RefuseEntry } from '#lib/discussion';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { RefuseEntryRequest } from './entry.requests.js';
import { EntryOutcomeResponse } from './entry.responses.js';

@ApiTags('entries')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/entries/:entryId')
export class SettleEntryApi {
  constructor(
    private readonly confirmEntry: ConfirmEntry,
    private readonly refuseEntry: RefuseEntry,
  ) {}

  @Post('confirmation')
  @May('entry.settle')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Confirm a letter that another official has entered (REQ-41): by its arrival it is a remark or a late arrival',
  })
  @ApiOkResponse({ type: EntryOutcomeResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state', 'discussion-withdrawn')
  async confirm(
    @Param('id') discussionId: string,
    @Param('entryId') entryId: string,
    @Officer() officer: OfficerActor,
  ): Promise<EntryOutcomeResponse> {
    return EntryOutcomeResponse.of(await this.confirmEntry.execute({ discussionId, entryId }, officer));
  }

  @Post('refusal')
  @May('entry.settle')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send a letter back to who entered it; it is entered anew' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found', 'wrong-state')
  async refuse(
    @Param('id') discussionId: string,
    @Param('entryId') entryId: string,
    @Body() { reason }: RefuseEntryRequest,
    @Officer() officer: OfficerActor,
  ): Promise<void> {
    await this.refuseEntry.execute({ discussionId, entryId, reason }, officer);
  }
}
