import {
  type AgreedMailbox,
  AskAddressConfirmation,
  ConfirmAddress,
  DiscussionById,
  takesMailbox,
} from '#lib/discussion';
import { SENDER_PASS_SECONDS, SenderPasses } from '#lib/identity';
import { DomainError, type Language, languages } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { Refuses } from '../../api-kit/problem.response.js';
import { Limited } from '../../limits/limited.js';
import { Public } from '../../rights/public.js';

export class AskAddressConfirmationRequest {
  @ApiProperty({ format: 'email', maxLength: 254, description: 'From which remarks are to be sent' })
  @IsString()
  @MaxLength(1000)
  address: string;

  @ApiProperty({ enum: languages, description: 'Of the letter' })
  @IsIn(languages)
  language: Language;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Lineage id of the clause to which the link of the letter leads back',
  })
  @IsOptional()
  @IsUUID()
  clause?: string;
}

export class SenderPassRequest {
  @ApiProperty({ pattern: '^[\\w-]{43}$', description: 'What stands at the end of the link in the letter' })
  @IsString()
  @Matches(/^[\w-]{1,100}$/)
  token: string;
}

export class SenderPassResponse {
  @ApiProperty({ description: 'For the header Sender-Pass of remarks in this discussion from this address' })
  pass: string;

  @ApiProperty()
  goodForSeconds: number;

  @ApiProperty({ format: 'uuid' })
  discussionId: string;

  @ApiProperty({ format: 'email' })
  address: string;

  static of({ confirmation: { discussionId, address } }: AgreedMailbox, pass: string): SenderPassResponse {
    return { pass, goodForSeconds: SENDER_PASS_SECONDS, discussionId, address };
  }
}

/** AMB-20, decisions 30 and 35: a program asks for the letter, and whoever reads the mailbox gives it what the letter brought. */
@ApiTags('remarks')
@Controller('api/v1')
export class AddressConfirmationsApi {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly askConfirmation: AskAddressConfirmation,
    private readonly confirmAddress: ConfirmAddress,
    private readonly passes: SenderPasses,
  ) {}

  @Post('discussions/:id/address-confirmations')
  @Public()
  @Limited('sender-address')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask the mailbox of an address, by a letter, whether remarks may be sent from it (AMB-20)',
    description:
      'Where the profile of the discussion asks for a confirmed address. The answer is the same whether or not a letter goes; three ' +
      'unanswered ones an hour to one address at most. The link in it is good once and for an hour: its page confirms for a browser, ' +
      'its token, given to `POST /api/v1/sender-passes`, for a program.',
  })
  @ApiAcceptedResponse({ description: 'A letter goes, unless too many went to this address' })
  @Refuses('not-found', 'wrong-state', 'too-many-requests')
  async ask(@Param('id') discussionId: string, @Body() body: AskAddressConfirmationRequest): Promise<void> {
    const { isTakingRemarks, profileId } = await this.discussions.execute(discussionId);
    if (!isTakingRemarks) throw new DomainError('wrong-state', 'the discussion takes no remarks now');
    if (!takesMailbox(profileById(profileId).identity))
      throw new DomainError('wrong-state', 'the discussion asks for no confirmed address');
    const { address, language, clause } = body;
    await this.askConfirmation.execute({ discussionId, address, language, ...(clause ? { clauseId: clause } : {}) });
  }

  /** By POST alone, with a token that stands in no address: programs that look at mail follow links, and change nothing by it. */
  @Post('sender-passes')
  @Public()
  @Limited('sender-address')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Agree, by the token of the letter, to remarks from the address it went to (AMB-20)',
    description: 'The link is used up by it. Nothing of the pass is kept here: it is sealed, and ends by itself.',
  })
  @ApiCreatedResponse({ type: SenderPassResponse })
  @Refuses('link-not-valid', 'too-many-requests')
  async confirm(@Body() { token }: SenderPassRequest): Promise<SenderPassResponse> {
    const agreed = await this.confirmAddress.execute(token);
    return SenderPassResponse.of(agreed, this.passes.write(agreed.confirmation));
  }
}
