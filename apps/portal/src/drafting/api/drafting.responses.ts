import type { Dossier, DraftReadout, ImportedDraft, SavedDraftVersion } from '#lib/drafting';
import { procedureKinds, procedureStates } from '#lib/drafting';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';

export class VersionResponse {
  @ApiProperty({ format: 'uuid' })
  versionId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical text' })
  textSha256: string;

  @ApiProperty({ description: 'false: the text is that of the latest version' })
  isNew: boolean;

  static of({ versionId, version, textSha256, isNew }: SavedDraftVersion): VersionResponse {
    return { versionId, version, textSha256, isNew };
  }
}

export class ProcedureResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: procedureKinds })
  kind: string;

  @ApiProperty({ enum: procedureStates })
  state: string;

  @ApiProperty({ type: MultilingualResponse })
  title: MultilingualResponse;

  @ApiProperty()
  profileFamily: string;

  @ApiProperty({ format: 'uuid' })
  developerId: string;

  @ApiProperty({ type: String, nullable: true })
  serviceCode: string | null;

  @ApiProperty({ type: Number, nullable: true })
  latestVersion: number | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static of(dossier: Dossier): ProcedureResponse {
    return {
      id: dossier.id,
      kind: dossier.kind,
      state: dossier.state,
      title: MultilingualResponse.of(dossier.title),
      profileFamily: dossier.profileFamily,
      developerId: dossier.developer.id,
      serviceCode: dossier.service?.code ?? null,
      latestVersion: dossier.latestVersion?.version ?? null,
      createdAt: dossier.createdAt,
    };
  }
}

export class ClauseResponse {
  @ApiPropertyOptional({ format: 'uuid' })
  lineageId?: string;

  @ApiProperty({ enum: ['SECTION', 'CLAUSE'] })
  kind: string;

  @ApiProperty()
  level: number;

  @ApiProperty()
  label: string;

  @ApiProperty({ type: MultilingualResponse })
  text: MultilingualResponse;

  static of(clause: Omit<DraftReadout['clauses'][number], 'position' | 'lineageId'> & { lineageId?: string }) {
    const { lineageId, kind, level, label, text } = clause;
    return { lineageId, kind, level, label, text: MultilingualResponse.of(text) };
  }
}

export class DraftTextResponse {
  @ApiProperty({ format: 'uuid' })
  versionId: string;

  @ApiProperty()
  version: number;

  @ApiProperty({ type: MultilingualResponse })
  title: MultilingualResponse;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  textSha256: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When it was placed' })
  frozenAt: string | null;

  @ApiProperty({ type: [ClauseResponse] })
  clauses: ClauseResponse[];

  static of(draft: DraftReadout): DraftTextResponse {
    return {
      versionId: draft.id,
      version: draft.version,
      title: MultilingualResponse.of(draft.title),
      textSha256: draft.textSha256,
      frozenAt: draft.frozenAt,
      clauses: draft.clauses.map((clause) => ClauseResponse.of(clause)),
    };
  }
}

export class SeenInFileResponse {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['kk', 'ru', 'en'] })
  language: string;

  @ApiProperty({ description: 'Line of a Markdown file, paragraph of a DOCX file, from 1' })
  at: number;

  @ApiProperty({ description: 'The label and the first words of the row' })
  row: string;

  @ApiPropertyOptional({ enum: ['kk', 'ru', 'en'] })
  lackedBy?: string;

  static of({ code, language, at, row, lackedBy }: ImportedDraft['faults'][number]): SeenInFileResponse {
    return { code, language, at, row, lackedBy };
  }
}

export class ImportedDraftResponse {
  @ApiProperty()
  isDryRun: boolean;

  @ApiProperty({ type: MultilingualResponse })
  title: MultilingualResponse;

  @ApiProperty({ type: [ClauseResponse] })
  clauses: ClauseResponse[];

  @ApiProperty({ type: [SeenInFileResponse], description: 'Nothing is saved while there is one' })
  faults: SeenInFileResponse[];

  @ApiProperty({ type: [SeenInFileResponse] })
  notices: SeenInFileResponse[];

  @ApiPropertyOptional({ type: VersionResponse })
  saved?: VersionResponse;

  static of(imported: ImportedDraft): ImportedDraftResponse {
    const { isDryRun, title, clauses, faults, notices, saved } = imported;
    return {
      isDryRun,
      title: MultilingualResponse.of(title),
      clauses: clauses.map((clause) => ClauseResponse.of(clause)),
      faults: faults.map((fault) => SeenInFileResponse.of(fault)),
      notices: notices.map(({ code, language, at, row, lackedBy }) => ({ code, language, at, row, lackedBy })),
      ...(saved ? { saved: VersionResponse.of(saved) } : {}),
    };
  }
}
