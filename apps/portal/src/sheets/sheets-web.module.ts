import { DraftingModule } from '#lib/drafting';
import { SheetsModule } from '#lib/sheets';
import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { DiscussionWebModule } from '../discussion/discussion-web.module.js';
import { IntakeApi } from './api/intake.api.js';
import { SheetApi } from './api/sheet.api.js';
import { SheetImportsApi } from './api/sheet-imports.api.js';
import { TemplateApi } from './api/template.api.js';
import { IntakeSheets } from './intake-sheets.js';
import { ImportPage } from './pages/import.page.js';
import { IntakeImportPage } from './pages/intake-import.page.js';
import { IntakePage } from './pages/intake.page.js';
import { SheetPage } from './pages/sheet.page.js';
import { TemplatePage } from './pages/template.page.js';

/** The consideration as a workbook out and back, and the remarks of an organisation in. */
@Module({
  imports: [SheetsModule, DraftingModule, ConsiderationWebModule, DiscussionWebModule],
  providers: [IntakeSheets],
  controllers: [
    SheetPage,
    ImportPage,
    TemplatePage,
    IntakePage,
    IntakeImportPage,
    SheetApi,
    SheetImportsApi,
    TemplateApi,
    IntakeApi,
  ],
})
export class SheetsWebModule {}
