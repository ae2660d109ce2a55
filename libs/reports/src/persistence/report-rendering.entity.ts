import { StoredFileEntity } from '#lib/files';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RenderingFormat, RenderingLanguage } from '../domain/rendering-kinds.js';
import { ReportEntity } from './report.entity.js';

@Entity('report_rendering')
@Check('ck_report_rendering_format', `format in ('JSON', 'CSV', 'XLSX', 'DOCX', 'PDF')`)
@Check('ck_report_rendering_language', `language in ('kk', 'ru', 'en', 'mul')`)
export class ReportRenderingEntity {
  @ForeignKey(() => ReportEntity)
  @PrimaryColumn('uuid')
  reportId: string;

  @PrimaryColumn('text')
  format: RenderingFormat;

  @PrimaryColumn('text')
  language: RenderingLanguage;

  @ForeignKey(() => StoredFileEntity)
  @Column('uuid')
  fileId: string;

  @Column('bytea')
  sha256: Buffer;
}
