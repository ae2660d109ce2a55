import type { ReportPlacementView } from '#lib/reports';
import { channels } from '#lib/time-limits';
import { ApiProperty } from '@nestjs/swagger';

export class ReportPlacementResponse {
  @ApiProperty({ enum: channels })
  channel: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ format: 'date-time' })
  placedAt: string;

  @ApiProperty({ type: String, nullable: true, pattern: '^[0-9a-f]{64}$' })
  proofSha256: string | null;
}

export class ReportPlacementsResponse {
  @ApiProperty({ type: [ReportPlacementResponse], description: 'The earliest first' })
  placements: ReportPlacementResponse[];

  @ApiProperty({ enum: channels, isArray: true, description: 'Channels of the draft that lack the published report' })
  missingChannels: string[];

  static of(placements: readonly ReportPlacementView[], missing: readonly string[]): ReportPlacementsResponse {
    return {
      placements: placements.map(({ channel, url, placedAt, proofSha256 }) => ({
        channel,
        url,
        placedAt,
        proofSha256,
      })),
      missingChannels: [...missing],
    };
  }
}
