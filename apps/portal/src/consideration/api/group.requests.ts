import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const DIGEST = /^[0-9a-f]{64}$/;

export class SeenRequest {
  @ApiProperty({ description: '`seen` of what was looked at: hex SHA-256 of the sorted numbers, one a line' })
  @Matches(DIGEST)
  seen: string;
}

export class ConfirmGroupRequest extends SeenRequest {
  @ApiProperty({ type: [String], required: false, maxItems: 20_000, description: 'Numbers of remarks to leave out' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  leaveOut?: string[];
}

export class GroupRemarksRequest {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 500, description: 'Numbers of remarks' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  numbers: string[];
}

export class RepresentativeRequest {
  @ApiProperty({ maxLength: 40, description: 'Number of a remark of the group' })
  @IsString()
  @MaxLength(40)
  number: string;
}
