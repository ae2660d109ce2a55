import { ReportErratumEntity, ReportSignatureEntity } from './erratum.entities.js';
import { ReportFactEntity, ReportRemarkEntity, ReportRowEntity } from './report-parts.entities.js';
import { ReportRenderingEntity } from './report-rendering.entity.js';
import { ReportRunEntity, ReportStepEntity } from './report-run.entity.js';
import { ReportEntity } from './report.entity.js';
import { SenderRemovalEntity } from './sender-removal.entity.js';

export const entities = [
  ReportEntity,
  ReportRowEntity,
  ReportRemarkEntity,
  ReportFactEntity,
  ReportRenderingEntity,
  ReportRunEntity,
  ReportStepEntity,
  ReportErratumEntity,
  ReportSignatureEntity,
  SenderRemovalEntity,
];
