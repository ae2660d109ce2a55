import { entryChannels, type EnterReceivedRemarkInput, type SenderKind, senderKinds } from '#lib/discussion';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { RemarkContentRequest, SenderRequest } from '../../discussion/api/submit-remark.request.js';

/** Who wrote the letter; never public (REQ-46). */
export class LetterSenderRequest extends OmitType(SenderRequest, ['kind']) {
  @ApiProperty({ enum: senderKinds })
  @IsIn(senderKinds)
  kind: SenderKind;
}

/** A letter as an official types it in (REQ-41). */
export class EnterLetterRequest extends RemarkContentRequest {
  @ApiProperty({ required: false, format: 'uuid', description: 'Of the caller’s making: sent twice, it is one entry' })
  @IsOptional()
  @IsUUID()
  entryId?: string;

  @ApiProperty({ enum: entryChannels })
  @IsIn(entryChannels)
  channel: EnterReceivedRemarkInput['channel'];

  @ApiProperty({ description: 'The office’s own number of the letter', maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  registration: string;

  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  arrivalDay: string;

  @ApiProperty({
    required: false,
    example: '17:30',
    description: 'Local time of the discussion’s zone, or with an offset; without it the day alone counts (REQ-42)',
  })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  arrivalTime?: string;

  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  postmarkDay?: string;

  @ApiProperty({ required: false, maxLength: 2_000, description: 'Why a letter on paper has no scan' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  noScanReason?: string;

  @ApiProperty({ type: LetterSenderRequest })
  @ValidateNested()
  @Type(() => LetterSenderRequest)
  @IsNotEmpty()
  sender: LetterSenderRequest;
}

export class RefuseEntryRequest {
  @ApiProperty({ minLength: 1, maxLength: 2_000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  reason: string;
}
