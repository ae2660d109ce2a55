import { type ProcedureKind, procedureKinds } from '#lib/drafting';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export class MultilingualRequest {
  @ApiProperty()
  @IsString()
  @MaxLength(100_000)
  kk: string;

  @ApiProperty()
  @IsString()
  @MaxLength(100_000)
  ru: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100_000)
  en?: string;
}

export class CreateProcedureRequest {
  @ApiProperty({ enum: procedureKinds })
  @IsIn(procedureKinds)
  kind: ProcedureKind;

  @ApiProperty({
    required: false,
    pattern: '^[0-9]{8}$',
    description: 'A new standard starts from a register entry (R5)',
  })
  @IsOptional()
  @Matches(/^[0-9]{8}$/)
  serviceCode?: string;

  @ApiProperty({ type: MultilingualRequest })
  @ValidateNested()
  @Type(() => MultilingualRequest)
  @IsNotEmpty()
  title: MultilingualRequest;

  @ApiProperty({
    pattern: '^[a-z][a-z0-9-]{1,59}$',
    description: 'Kind of discussion, of the release or added to the installation: the family of one of its profiles',
    example: 'kz-126-by-decision',
  })
  @Matches(/^[a-z][a-z0-9-]{1,59}$/)
  profileFamily: string;
}

export class ClauseRequest {
  @ApiProperty({ required: false, format: 'uuid', description: 'Kept when given (REQ-24)' })
  @IsOptional()
  @IsUUID()
  lineageId?: string;

  @ApiProperty({ enum: ['SECTION', 'CLAUSE'] })
  @IsIn(['SECTION', 'CLAUSE'])
  kind: 'SECTION' | 'CLAUSE';

  @ApiProperty({ minimum: 1, maximum: 9 })
  @IsInt()
  @Min(1)
  @Max(9)
  level: number;

  @ApiProperty({ description: 'The number as printed' })
  @IsString()
  @MaxLength(40)
  label: string;

  @ApiProperty({ type: MultilingualRequest })
  @ValidateNested()
  @Type(() => MultilingualRequest)
  @IsNotEmpty()
  text: MultilingualRequest;
}

export class SaveVersionRequest {
  @ApiProperty({ type: MultilingualRequest, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => MultilingualRequest)
  title?: MultilingualRequest;

  @ApiProperty({ type: [ClauseRequest] })
  @IsArray()
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => ClauseRequest)
  clauses: ClauseRequest[];
}
