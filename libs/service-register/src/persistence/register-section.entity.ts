import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('register_section')
@Unique(['code'])
@Check('ck_register_section_code', `code ~ '^[0-9]{3}$'`)
export class RegisterSectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  nameKk: string;

  @Column('text')
  nameRu: string;

  @Column('text', { nullable: true })
  nameEn: string | null;
}
