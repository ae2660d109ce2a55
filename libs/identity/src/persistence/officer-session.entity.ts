import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OfficerEntity } from './officer.entity.js';

@Entity('officer_session')
@Unique(['id'])
@Check('ck_officer_session_issuer', 'issuer is not null or not has_provider_factor and proved_at is null')
export class OfficerSessionEntity {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  seenAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;

  /** By which its owner names it; the token's hash stays inside. */
  @Column('uuid')
  id: string;

  @Column('text', { default: '' })
  addressBlock: string;

  @Column('text', { default: '' })
  device: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  confirmedAt: Instant;

  /** The identity provider it was opened by; null: by a password. */
  @Column('text', { nullable: true })
  issuer: string | null;

  /** The provider said that it asked for a second factor. */
  @Column('boolean', { default: false })
  hasProviderFactor: boolean;

  /** When the provider last said that the person is there, while our code is still to come. */
  @Column('timestamptz', { nullable: true })
  provedAt: Instant | null;
}
