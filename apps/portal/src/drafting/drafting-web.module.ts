import { DraftingModule } from '#lib/drafting';
import { ReportsModule } from '#lib/reports';
import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { DraftVersionsApi } from './api/draft-versions.api.js';
import { ProceduresApi } from './api/procedures.api.js';
import { DossierFacts } from './dossier-facts.js';
import { DossiersPage } from './pages/dossiers/dossiers.page.js';
import { EditorPage } from './pages/editor/editor.page.js';
import { ImportDraftPage } from './pages/import/import-draft.page.js';
import { SaveImportPage } from './pages/import/save-import.page.js';
import { NewProcedurePage } from './pages/new-procedure/new-procedure.page.js';
import { PreviewPage } from './pages/preview/preview.page.js';
import { ProcedurePage } from './pages/procedure.page.js';
import { OwnDossier } from './own-dossier.js';
import { OwnServices } from './own-services.js';

@Module({
  imports: [DraftingModule, ReportsModule, ServiceRegisterModule],
  providers: [OwnDossier, OwnServices, DossierFacts],
  controllers: [
    ProceduresApi,
    DraftVersionsApi,
    DossiersPage,
    NewProcedurePage,
    ProcedurePage,
    ImportDraftPage,
    SaveImportPage,
    EditorPage,
    PreviewPage,
  ],
  exports: [DraftingModule, OwnDossier],
})
export class DraftingWebModule {}
