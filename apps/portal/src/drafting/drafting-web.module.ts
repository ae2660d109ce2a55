import { DraftingModule } from '#lib/drafting';
import { ReportsModule } from '#lib/reports';
import { Module } from '@nestjs/common';
import { DraftVersionsApi } from './api/draft-versions.api.js';
import { ProceduresApi } from './api/procedures.api.js';
import { DossierFacts } from './dossier-facts.js';
import { ProcedurePage } from './pages/procedure.page.js';
import { OwnDossier } from './own-dossier.js';

@Module({
  imports: [DraftingModule, ReportsModule],
  providers: [OwnDossier, DossierFacts],
  controllers: [ProceduresApi, DraftVersionsApi, ProcedurePage],
  exports: [DraftingModule, OwnDossier],
})
export class DraftingWebModule {}
