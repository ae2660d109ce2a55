import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignReportRequest {
  @ApiProperty({ required: false, description: 'The signer has read the warnings, which then stand in the report' })
  @IsOptional()
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

/** A form has only words; in JSON a word is no truth value. */
export function fieldsOfForm(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { acknowledgesWarnings: word, ...others } = fields;
  if (word === undefined) return others;
  const isYes = word === 'true' || word === 'yes' || word === '1';
  return { ...others, acknowledgesWarnings: isYes ? true : word === '' ? false : word };
}
