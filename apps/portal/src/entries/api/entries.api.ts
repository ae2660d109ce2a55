import {
  EnterReceivedRemark,
  type EnterReceivedRemarkInput,
  type EntryView,
  entryViews,
  ReceivedEntries,
} from '#lib/discussion';
import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { shaped } from '../../api-kit/body-shape.js';
import { jsonObject } from '../../api-kit/json-part.js';
import { pageOf, PageQuery } from '../../api-kit/page.query.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { EntryFiles } from '../entry-files.js';
import { OwnEntries } from '../own-entries.js';
import { EnterLetterRequest } from './entry.requests.js';
import { EnteredResponse, EntryPageResponse, EntryResponse } from './entry.responses.js';

export class EntriesQuery extends PageQuery {
  @ApiProperty({ required: false, enum: entryViews, default: 'all' })
  @IsOptional()
  @IsIn(entryViews)
  view?: EntryView;
}

@ApiTags('entries')
@ApiCookieAuth('session')
@Controller('api/v1/discussions/:id/entries')
export class EntriesApi {
  constructor(
    private readonly enterReceivedRemark: EnterReceivedRemark,
    private readonly entries: ReceivedEntries,
    private readonly own: OwnEntries,
    private readonly files: EntryFiles,
  ) {}

  @Post()
  @May('entry.make')
  @ApiOperation({
    summary: 'Enter a letter that came on paper, by e-mail or at the desk (REQ-41); a second official confirms it',
    description:
      'JSON, or multipart/form-data with the JSON in the field `entry`, the scan in `scans`, enclosures in `files`.',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: EnterLetterRequest })
  @ApiCreatedResponse({ type: EnteredResponse })
  @Refuses(
    'not-signed-in',
    'not-allowed',
    'not-found',
    'wrong-state',
    'conflict',
    'discussion-not-open',
    'discussion-withdrawn',
    'attachment-refused',
  )
  async enter(
    @Param('id') discussionId: string,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<EnteredResponse> {
    await this.own.discussion(discussionId, officer);
    const letter = request.isMultipart()
      ? await this.fromParts(request)
      : letterOf(await shaped(EnterLetterRequest, body));
    return EnteredResponse.of(await this.enterReceivedRemark.execute(discussionId, letter, officer));
  }

  @Get()
  @May('entry.read')
  @ApiOperation({ summary: 'Letters typed in for a discussion of the own body: those that wait first' })
  @ApiOkResponse({ type: EntryPageResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async list(
    @Param('id') discussionId: string,
    @Query() query: EntriesQuery,
    @Officer() officer: OfficerActor,
  ): Promise<EntryPageResponse> {
    return EntryPageResponse.of(await this.entries.of(discussionId, officer, pageOf(query), query.view));
  }

  @Get(':entryId')
  @May('entry.read')
  @ApiOperation({ summary: 'One letter typed in' })
  @ApiOkResponse({ type: EntryResponse })
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async get(
    @Param('id') discussionId: string,
    @Param('entryId') entryId: string,
    @Officer() officer: OfficerActor,
  ): Promise<EntryResponse> {
    return EntryResponse.of(await this.own.of(discussionId, entryId, officer));
  }

  private async fromParts(request: FastifyRequest): Promise<EnterReceivedRemarkInput> {
    const { fields, scans, files, refused } = await this.files.receive(request);
    if (refused[0]) throw refused[0].refusal;
    const { entry: text, ...others } = fields;
    const letter = letterOf(await shaped(EnterLetterRequest, { ...others, ...jsonObject(text) }));
    return { ...letter, scans: scans.map(({ id }) => id), attachments: files.map(({ id }) => id) };
  }
}

function letterOf(request: EnterLetterRequest): EnterReceivedRemarkInput {
  const { entryId, channel, registration, noScanReason, sender, arrivalDay, arrivalTime, postmarkDay, ...said } =
    request;
  return {
    ...(entryId === undefined ? {} : { entryId }),
    ...(noScanReason === undefined ? {} : { noScanReason }),
    channel,
    registration,
    arrival: {
      day: arrivalDay,
      ...(arrivalTime === undefined ? {} : { time: arrivalTime }),
      ...(postmarkDay === undefined ? {} : { postmarkDay }),
    },
    content: { ...said, anchors: said.anchors ?? [] },
    sender: { ...sender },
  };
}
