import type { Instant, Role } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { TokenAccess } from '../domain/api-token.js';
import { OfficerEntity } from './officer.entity.js';

@Entity('api_token')
@Unique(['tokenHash'])
@Check('ck_api_token_name', `btrim(name) <> ''`)
@Check('ck_api_token_roles', `roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0`)
@Check('ck_api_token_access', `access in ('READ', 'WRITE')`)
@Check('ck_api_token_term', `expires_at <= created_at + interval '366 days'`)
export class ApiTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey(() => OfficerEntity, { onDelete: 'CASCADE' })
  officerId: string;

  @Column('text')
  name: string;

  /** The first letters, by which its owner knows it. */
  @Column('text')
  prefix: string;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text')
  access: TokenAccess;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Instant | null;
}
