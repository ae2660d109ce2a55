import type { Acknowledgement } from '#lib/discussion';
import { ApiProperty } from '@nestjs/swagger';

/** REQ-36: keep it; with the number and the secret the remark can be replaced or withdrawn before the close. */
export class AcknowledgementResponse {
  @ApiProperty({ enum: ['ON_TIME'] })
  verdict: string;

  @ApiProperty({ example: '7K3M-9QXA-04TB-ZZ1N-C' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  discussionId: string;

  @ApiProperty({ format: 'date-time', example: '2016-06-05T04:11:12.123456Z' })
  receivedAt: string;

  @ApiProperty({ description: 'The same instant in the zone of the law', example: '2016-06-05T10:11:12.123456+06:00' })
  receivedAtLocal: string;

  @ApiProperty({ example: 'Asia/Almaty' })
  zone: string;

  @ApiProperty({ description: 'The dated rules it was received under' })
  profileId: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Exclusive' })
  closeAt: string | null;

  @ApiProperty({ description: 'SHA-256 over the salted canonical form of what was sent', pattern: '^[0-9a-f]{64}$' })
  commitment: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  salt: string;

  @ApiProperty()
  secret: string;

  static of(it: Acknowledgement): AcknowledgementResponse {
    return {
      verdict: it.verdict,
      number: it.number,
      discussionId: it.discussionId,
      receivedAt: it.receivedAt,
      receivedAtLocal: it.receivedAtLocal,
      zone: it.zone,
      profileId: it.profileId,
      closeAt: it.closeAt,
      commitment: it.commitment,
      salt: it.salt,
      secret: it.secret,
    };
  }
}
