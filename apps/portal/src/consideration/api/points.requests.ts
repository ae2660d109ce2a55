import type { PointPart } from '#lib/consideration';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

const parts: readonly PointPart[] = ['TEXT', 'WORDING'];

export class PassageRequest {
  @ApiProperty({ enum: parts, description: 'Of the text, or of the proposed wording' })
  @IsIn(parts)
  part: PointPart;

  @ApiProperty({ minimum: 0, description: 'In characters (code points), from 0' })
  @IsInt()
  @Min(0)
  startsAt: number;

  @ApiProperty({ description: 'The words that stand there' })
  @IsString()
  @MinLength(1)
  @MaxLength(50_000)
  quote: string;
}

export class PointRequest {
  @ApiProperty({ type: [PassageRequest], maxItems: 200, description: 'Empty: the whole remark, when it is one point' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PassageRequest)
  passages: PassageRequest[];
}

/** The points a remark makes, in their order (REQ-50, REQ-51). */
export class SplitRequest {
  @ApiProperty({ type: [PointRequest], minItems: 1, maxItems: 50 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PointRequest)
  points: PointRequest[];
}

export const spansOf = ({ points }: SplitRequest) => points.map(({ passages }) => passages);
