import type { ErratumView, ReportNamed } from '#lib/reports';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class OpenErratumRequest {
  @ApiProperty({ description: 'Public; 20 to 2,000 characters' })
  @IsString()
  @MaxLength(4_000)
  reasonKk: string;

  @ApiProperty({ description: 'Public; 20 to 2,000 characters' })
  @IsString()
  @MaxLength(4_000)
  reasonRu: string;
}

export class NamedReportResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  dataSha256: string;

  static of({ id, version, dataSha256 }: ReportNamed): NamedReportResponse {
    return { id, version, dataSha256 };
  }
}

export class ErratumResponse {
  @ApiProperty({ description: 'From 1, in the discussion' })
  number: number;

  @ApiProperty()
  reasonKk: string;

  @ApiProperty()
  reasonRu: string;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ type: NamedReportResponse, description: 'The report it corrects, which stays as it was' })
  corrects: NamedReportResponse;

  @ApiProperty({ type: NamedReportResponse, nullable: true, description: 'The report that corrects; null while open' })
  report: NamedReportResponse | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;

  static of({ number, reasonKk, reasonRu, openedAt, corrects, report, publishedAt }: ErratumView): ErratumResponse {
    return {
      number,
      reasonKk,
      reasonRu,
      openedAt,
      corrects: NamedReportResponse.of(corrects),
      report: report && NamedReportResponse.of(report),
      publishedAt,
    };
  }
}
