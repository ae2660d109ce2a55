import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** REQ-30, REQ-46: who sent a remark, a late arrival or an entry, apart from it and sealed; for officials only. */
@Entity('sealed_sender')
@Check('ck_sealed_sender_name_consent', '(name_consent is null) = (name_consent_at is null)')
@Check('ck_sealed_sender_sealed', 'octet_length(sealed) > 28')
@Check('ck_sealed_sender_sealed_signature', 'octet_length(sealed_signature) > 28')
export class SealedSenderEntity {
  /** Of the remark, the late arrival or the entry. */
  @PrimaryColumn('uuid')
  subjectId: string;

  @Column('text')
  keyId: string;

  @Column('bytea')
  sealed: Buffer;

  /** What was signed and its signature, of a signed remark (decision 34). */
  @Column('bytea', { nullable: true })
  sealedSignature: Buffer | null;

  @Column('bytea', { nullable: true })
  emailIndex: Buffer | null;

  @Column('bytea', { nullable: true })
  binIndex: Buffer | null;

  @Column('bytea', { nullable: true })
  nameIndex: Buffer | null;

  /** The version of the words agreed to: the name may stand beside the remark. Null without consent. */
  @Column('text', { nullable: true })
  nameConsent: string | null;

  @Column('timestamptz', { nullable: true })
  nameConsentAt: Instant | null;
}
