import type { Instant, Language, Role } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('officer_invitation')
@Unique(['tokenHash'])
@Index('ix_officer_invitation_open', ['email'], {
  unique: true,
  where: 'accepted_at is null and withdrawn_at is null',
})
@Check('ck_officer_invitation_email', 'email = lower(email)')
@Check('ck_officer_invitation_roles', `roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0`)
@Check('ck_officer_invitation_language', `language in ('kk', 'ru', 'en')`)
@Check('ck_officer_invitation_end', 'accepted_at is null or withdrawn_at is null')
export class OfficerInvitationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('uuid')
  @Index()
  @ForeignKey('state_body')
  bodyId: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text')
  language: Language;

  @Column('bytea')
  tokenHash: Buffer;

  /** Until the letter is sent. */
  @Column('bytea', { nullable: true })
  sealedToken: Buffer | null;

  @Column('text')
  invitedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz')
  expiresAt: Instant;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Instant | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Instant | null;
}
