import type { Blocker, KindCounts, ReportCounts, ReportView } from '#lib/reports';
import { renderingFormats, reportStates } from '#lib/reports';
import { ApiProperty } from '@nestjs/swagger';
import { renderingAddress } from './report-addresses.js';

export class KindCountsResponse {
  @ApiProperty()
  remarks: number;

  @ApiProperty()
  proposals: number;

  @ApiProperty()
  total: number;

  static of({ remarks, proposals, total }: KindCounts): KindCountsResponse {
    return { remarks, proposals, total };
  }
}

/** A2.S: remarks and proposals apart; `late` are not subject to consideration (R8.4). */
export class ReportCountsResponse {
  @ApiProperty({ type: KindCountsResponse })
  received: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse })
  withdrawn: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse })
  hidden: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse })
  decided: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse })
  undecided: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse })
  partly: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse, description: 'In points' })
  takenIntoAccount: KindCountsResponse;

  @ApiProperty({ type: KindCountsResponse, description: 'In points' })
  notTakenIntoAccount: KindCountsResponse;

  @ApiProperty({ description: 'Groups of similar remarks answered together (AMB-10)' })
  groups: number;

  @ApiProperty({ description: 'Standing remarks in groups' })
  grouped: number;

  @ApiProperty()
  late: number;

  static of(counts: ReportCounts): ReportCountsResponse {
    return {
      received: KindCountsResponse.of(counts.received),
      withdrawn: KindCountsResponse.of(counts.withdrawn),
      hidden: KindCountsResponse.of(counts.hidden),
      decided: KindCountsResponse.of(counts.decided),
      undecided: KindCountsResponse.of(counts.undecided),
      partly: KindCountsResponse.of(counts.partly),
      takenIntoAccount: KindCountsResponse.of(counts.points.takenIntoAccount),
      notTakenIntoAccount: KindCountsResponse.of(counts.points.notTakenIntoAccount),
      groups: counts.groups,
      grouped: counts.grouped,
      late: counts.late,
    };
  }
}

export class BlockerResponse {
  @ApiProperty()
  code: string;

  @ApiProperty({ example: 'REQ-61' })
  clause: string;

  @ApiProperty({ type: String, nullable: true, description: 'Number of the remark' })
  number: string | null;

  @ApiProperty({ type: Number, nullable: true })
  point: number | null;

  @ApiProperty({ type: String, nullable: true })
  detail: string | null;

  static of({ code, clause, number, point, detail }: Blocker): BlockerResponse {
    return { code, clause, number, point, detail };
  }
}

export class RenderingResponse {
  @ApiProperty({ enum: renderingFormats })
  format: string;

  @ApiProperty({ enum: ['kk', 'ru', 'en', 'mul'] })
  language: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  sha256: string;

  @ApiProperty({ description: 'Bytes' })
  size: number;

  @ApiProperty()
  href: string;
}

export class ReportResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  discussionId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ enum: reportStates })
  state: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical JSON of the report' })
  dataSha256: string;

  @ApiProperty({ type: ReportCountsResponse })
  counts: ReportCountsResponse;

  @ApiProperty({ type: [BlockerResponse], description: 'The first of them' })
  blockers: BlockerResponse[];

  @ApiProperty()
  blockersInAll: number;

  @ApiProperty({ format: 'date-time' })
  assembledAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;

  @ApiProperty({ type: [RenderingResponse] })
  renderings: RenderingResponse[];

  static of(report: ReportView): ReportResponse {
    return {
      id: report.id,
      discussionId: report.discussionId,
      version: report.version,
      state: report.state,
      dataSha256: report.dataSha256,
      counts: ReportCountsResponse.of(report.head.counts),
      blockers: report.blockers.map((blocker) => BlockerResponse.of(blocker)),
      blockersInAll: report.blockersInAll,
      assembledAt: report.assembledAt,
      signedAt: report.signedAt,
      publishedAt: report.publishedAt,
      renderings: report.renderings.map(({ format, language, sha256, size }) => ({
        format,
        language,
        sha256,
        size,
        href: renderingAddress(report.id, format, language),
      })),
    };
  }
}
