import type { Instant } from '#lib/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sign_in_attempt')
@Index('ix_sign_in_attempt_key', ['key', 'attemptedAt'])
@Index('ix_sign_in_attempt_attempted_at', ['attemptedAt'])
export class SignInAttemptEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea')
  key: Buffer;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  attemptedAt: Instant;
}
