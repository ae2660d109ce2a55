import { ConsiderationModule } from '#lib/consideration';
import { FilesModule } from '#lib/files';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerWriters } from './answers/answer-writers.js';
import { IntakePlanner } from './intake/intake-planner.js';
import { IntakeReader } from './intake/intake-reader.js';
import { SheetImportEntity } from './persistence/sheet-import.entity.js';
import { SheetImports } from './persistence/sheet-imports.js';
import { ConsiderationImports } from './queries/consideration-imports.js';
import { ConsiderationSheet } from './queries/consideration-sheet.js';
import { IntakeImports } from './queries/intake-imports.js';
import { IntakeTemplate } from './queries/intake-template.js';
import { ApplyConsiderationSheet } from './use-cases/apply-consideration-sheet.js';
import { ApplyIntakeSheet } from './use-cases/apply-intake-sheet.js';
import { KeepIntakeSheet } from './use-cases/keep-intake-sheet.js';
import { ReceiveConsiderationSheet } from './use-cases/receive-consideration-sheet.js';
import { ReceiveIntakeSheet } from './use-cases/receive-intake-sheet.js';

const parts = [SheetImports, AnswerWriters, IntakeReader, IntakePlanner];

const face = [
  ConsiderationSheet,
  ReceiveConsiderationSheet,
  ConsiderationImports,
  ApplyConsiderationSheet,
  IntakeTemplate,
  KeepIntakeSheet,
  ReceiveIntakeSheet,
  IntakeImports,
  ApplyIntakeSheet,
];

@Module({
  imports: [TypeOrmModule.forFeature([SheetImportEntity]), ConsiderationModule, FilesModule],
  providers: [...parts, ...face],
  exports: face,
})
export class SheetsModule {}
