import { CheckReceipt, type ReceiptCheck, remarkStates } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Limited } from '../../limits/limited.js';
import { Refuses } from '../../api-kit/problem.response.js';
import { Public } from '../../rights/public.js';

export class CheckReceiptRequest {
  @ApiProperty({ example: '7K3M-9QXA-04TB-ZZ1N-C' })
  @IsString()
  @MaxLength(100)
  number: string;

  @ApiProperty({ required: false, description: 'What was sent; checked together with the salt' })
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  text?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  proposedWording?: string;

  @ApiProperty({ required: false, pattern: '^[0-9a-f]{64}$' })
  @IsOptional()
  @Matches(/^[0-9a-fA-F]{64}$/)
  salt?: string;
}

export class CheckedReceiptResponse {
  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'uuid' })
  discussionId: string;

  @ApiProperty({ description: 'The number is that of a refusal notice (R8.4)' })
  isLate: boolean;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty()
  receivedAtLocal: string;

  @ApiProperty({ type: [String], description: 'Of the first version and of each replacement' })
  commitments: string[];

  @ApiProperty({ enum: remarkStates, type: String, nullable: true })
  state: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether text and salt give one of the commitments' })
  matches: boolean | null;

  static of(check: Extract<ReceiptCheck, { found: true }>): CheckedReceiptResponse {
    const { number, discussionId, isLate, receivedAt, receivedAtLocal, commitments, state, matches } = check;
    return { number, discussionId, isLate, receivedAt, receivedAtLocal, commitments: [...commitments], state, matches };
  }
}

@ApiTags('remarks')
@Controller('api/v1/receipts/check')
export class CheckReceiptApi {
  constructor(private readonly checkReceipt: CheckReceipt) {}

  @Post()
  @Public()
  @Limited('receipt-check')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Check a receipt: that the number is known, when it came, and that this is what was sent (REQ-36)',
  })
  @ApiOkResponse({ type: CheckedReceiptResponse })
  @Refuses('receipt-not-valid')
  async check(@Body() body: CheckReceiptRequest): Promise<CheckedReceiptResponse> {
    const check = await this.checkReceipt.execute(body);
    if (!check.found) throw new DomainError('receipt-not-valid', 'there is no such receipt');
    return CheckedReceiptResponse.of(check);
  }
}
