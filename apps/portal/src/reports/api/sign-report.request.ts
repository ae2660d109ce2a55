import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

/** A form sends words where JSON has truth values. */
const isTrue = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? (['true', 'yes', '1'].includes(value) ? true : value === '' ? false : value) : value;

export class SignReportRequest {
  @ApiProperty({ required: false, description: 'The signer has read the warnings, which then stand in the report' })
  @IsOptional()
  @Transform(isTrue)
  @IsBoolean()
  acknowledgesWarnings?: boolean;

  @ApiProperty({
    required: false,
    description: 'Detached CMS over the signing sheet, Base64 or PEM; in a multipart form the file `signature` instead',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_900_000)
  cms?: string;
}
