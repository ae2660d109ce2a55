import { GROUND_LIMIT, MOST_AT_ONCE, type Outcome, outcomes } from '#lib/consideration';
import { decisionReasonCodes } from '#lib/time-limits';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';

/** One decision on a point (A2.T4); grounds in both state languages (REQ-50). */
export class DecisionRequest {
  @ApiProperty({ enum: outcomes })
  @IsIn(outcomes)
  outcome: Outcome;

  @ApiProperty({ enum: decisionReasonCodes, description: 'Those the profile of the discussion knows' })
  @IsIn(decisionReasonCodes)
  reasonCode: string;

  @ApiProperty({ maxLength: GROUND_LIMIT })
  @IsString()
  @MaxLength(GROUND_LIMIT)
  groundKk: string;

  @ApiProperty({ maxLength: GROUND_LIMIT })
  @IsString()
  @MaxLength(GROUND_LIMIT)
  groundRu: string;

  @ApiProperty({
    required: false,
    type: [String],
    maxItems: 100,
    description: 'Lineage ids of the clauses that an accepted point changed',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  changedClauses?: string[];

  @ApiProperty({ required: false, maxLength: GROUND_LIMIT, description: 'Why an accepted point needs no change' })
  @IsOptional()
  @IsString()
  @MaxLength(GROUND_LIMIT)
  noChangeKk?: string;

  @ApiProperty({ required: false, maxLength: GROUND_LIMIT })
  @IsOptional()
  @IsString()
  @MaxLength(GROUND_LIMIT)
  noChangeRu?: string;

  @ApiProperty({ required: false, minimum: 1, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  point?: number;
}

export class BulkDecisionRequest extends DecisionRequest {
  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsUUID(undefined, { each: true })
  remarkIds: string[];
}
