import { SIGNATURE_LIMIT } from '#lib/discussion';
import { type Language, languages } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** In Base64. */
const LONGEST_SIGNATURE = Math.ceil(SIGNATURE_LIMIT / 3) * 4;

/** Who sends; never public (REQ-46). */
export class SenderRequest {
  @ApiProperty({ enum: ['INDIVIDUAL', 'LEGAL_ENTITY'] })
  @IsIn(['INDIVIDUAL', 'LEGAL_ENTITY'])
  kind: 'INDIVIDUAL' | 'LEGAL_ENTITY';

  @ApiProperty({ description: 'The individual, or the representative of the legal entity', maxLength: 500 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  name: string;

  @ApiProperty({ required: false, format: 'email' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string;

  @ApiProperty({ required: false, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  organisation?: string;

  @ApiProperty({ required: false, pattern: '^[0-9]{12}$' })
  @IsOptional()
  @IsString()
  @MaxLength(12)
  bin?: string;

  @ApiProperty({ required: false, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  representativeGround?: string;
}

/** What a sender says; lengths are in characters. */
export class RemarkContentRequest {
  @ApiProperty({ enum: ['REMARK', 'PROPOSAL'] })
  @IsIn(['REMARK', 'PROPOSAL'])
  kind: 'REMARK' | 'PROPOSAL';

  @ApiProperty({ enum: languages })
  @IsIn(languages)
  language: Language;

  @ApiProperty({ minLength: 1, maxLength: 20_000 })
  @IsString()
  @IsNotEmpty()
  text: string;

  @ApiProperty({ required: false, maxLength: 20_000 })
  @IsOptional()
  @IsString()
  proposedWording?: string;

  @ApiProperty({ type: [String], required: false, description: 'Lineage ids of clauses; none: the whole draft' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  anchors?: string[];
}

/** A remark but for its signature. */
export class RemarkDocumentRequest extends RemarkContentRequest {
  @ApiProperty({ type: SenderRequest })
  @ValidateNested()
  @Type(() => SenderRequest)
  @IsNotEmpty()
  sender: SenderRequest;

  @ApiProperty({ required: false, default: false, description: 'Consent that the name is public beside the remark' })
  @IsOptional()
  @IsBoolean()
  hasNameConsent?: boolean;
}

export class SubmitRemarkRequest extends RemarkDocumentRequest {
  @ApiProperty({
    required: false,
    format: 'byte',
    maxLength: LONGEST_SIGNATURE,
    description: 'Detached CMS over the `remark-document` of the same body, in Base64; 64 KiB at most (AMB-20)',
  })
  @IsOptional()
  @IsBase64()
  @MaxLength(LONGEST_SIGNATURE)
  signature?: string;
}
