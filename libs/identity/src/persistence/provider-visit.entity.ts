import type { Instant, Language } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerSessionEntity } from './officer-session.entity.js';
import type { VisitPurpose } from './provider-visits.js';

@Entity('provider_visit')
@Check('ck_provider_visit_purpose', `purpose in ('SIGN_IN', 'CONFIRMATION', 'BINDING', 'INVITATION', 'SENDER')`)
@Check('ck_provider_visit_language', `language in ('kk', 'ru', 'en')`)
@Check('ck_provider_visit_session', `(session_id is not null) = (purpose in ('CONFIRMATION', 'BINDING'))`)
@Check('ck_provider_visit_invitation', `(invitation_hash is not null) = (purpose = 'INVITATION')`)
export class ProviderVisitEntity {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Column('text')
  purpose: VisitPurpose;

  @Column('text')
  language: Language;

  @Column('text', { default: '' })
  nextPath: string;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey(() => OfficerSessionEntity, 'id', { onDelete: 'CASCADE' })
  sessionId: string | null;

  @Column('bytea', { nullable: true })
  invitationHash: Buffer | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  beganAt: Instant;

  @Column('timestamptz')
  @Index()
  expiresAt: Instant;
}
