import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DraftVersionEntity } from './draft-version.entity.js';

@Entity('clause')
@Unique(['versionId', 'lineageId'])
@Check('ck_clause_kind', `kind in ('SECTION', 'CLAUSE')`)
export class ClauseEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => DraftVersionEntity)
  versionId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('uuid')
  lineageId: string;

  @Column('text')
  kind: 'SECTION' | 'CLAUSE';

  @Column('integer')
  level: number;

  @Column('text')
  label: string;

  @Column('text')
  textKk: string;

  @Column('text')
  textRu: string;

  @Column('text', { nullable: true })
  textEn: string | null;
}
