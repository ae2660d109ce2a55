import type { Instant, Language, Role } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The state body is named by its table: the register is a lib above this one. */
@Entity('officer')
@Unique(['email'])
@Check('ck_officer_email', 'email = lower(email)')
@Check('ck_officer_roles', `roles <@ array['administrator', 'officer', 'signer'] and cardinality(roles) > 0`)
@Check('ck_officer_language', `language in ('kk', 'ru', 'en')`)
export class OfficerEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  passwordHash: string;

  @Column('uuid')
  @Index()
  @ForeignKey('state_body')
  bodyId: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('text', { default: 'kk' })
  language: Language;

  @Column('boolean', { default: true })
  isActive: boolean;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  /** No password lets the officer in; `passwordHash` is then of a word nobody has. */
  @Column('boolean', { default: false })
  byProviderAlone: boolean;
}
