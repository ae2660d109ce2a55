import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClauseEntity } from './persistence/clause.entity.js';
import { DraftVersionEntity } from './persistence/draft-version.entity.js';
import { DraftVersions } from './persistence/draft-versions.js';
import { ProcedureEntity } from './persistence/procedure.entity.js';
import { Procedures } from './persistence/procedures.js';
import { Dossiers } from './queries/dossiers.js';
import { DraftTexts } from './queries/draft-texts.js';
import { ProcedureObstacles } from './queries/procedure-obstacles.js';
import { VersionComparison } from './queries/version-comparison.js';
import { CreateProcedure } from './use-cases/create-procedure.js';
import { ImportDraft } from './use-cases/import-draft.js';
import { SaveDraftVersion } from './use-cases/save-draft-version.js';

const open = [
  Procedures,
  DraftVersions,
  CreateProcedure,
  SaveDraftVersion,
  ImportDraft,
  Dossiers,
  DraftTexts,
  VersionComparison,
];

@Module({
  imports: [TypeOrmModule.forFeature([ProcedureEntity, DraftVersionEntity, ClauseEntity]), ServiceRegisterModule],
  providers: [ProcedureObstacles, ...open],
  exports: open,
})
export class DraftingModule {}
