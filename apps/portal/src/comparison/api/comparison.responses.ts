import type {
  ClauseComparison,
  ClausePlace,
  ComparedVersions,
  ParagraphChange,
  WordChange,
  WordingComparison,
} from '#lib/drafting';
import type { VisibleVersion } from '#lib/reports';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const hash = { pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical text' };

export class VisibleVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty({
    enum: ['discussed', 'revised', 'unpublished'],
    description: 'unpublished: for the developing body only',
  })
  standing: string;

  @ApiProperty(hash)
  textSha256: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static of({ version, standing, textSha256, createdAt }: VisibleVersion): VisibleVersionResponse {
    return { version, standing, textSha256, createdAt };
  }
}

export class ComparedVersionResponse {
  @ApiProperty()
  version: number;

  @ApiProperty(hash)
  textSha256: string;

  static of({ version, textSha256 }: ComparedVersions['from']): ComparedVersionResponse {
    return { version, textSha256 };
  }
}

export class ChangeCountsResponse {
  @ApiProperty()
  changed: number;

  @ApiProperty()
  added: number;

  @ApiProperty()
  removed: number;

  @ApiProperty({ description: 'Counted as changed or unchanged besides' })
  moved: number;

  @ApiProperty({ description: 'Counted as changed or unchanged besides' })
  renumbered: number;

  @ApiProperty()
  unchanged: number;

  static of({ comparison: { counts } }: ComparedVersions): ChangeCountsResponse {
    const { changed, added, removed, moved, renumbered, unchanged } = counts;
    return { changed, added, removed, moved, renumbered, unchanged };
  }
}

export class WordChangeResponse {
  @ApiProperty({ enum: ['same', 'added', 'removed'] })
  kind: string;

  @ApiProperty()
  text: string;

  static of({ kind, text }: WordChange): WordChangeResponse {
    return { kind, text };
  }
}

export class ParagraphChangeResponse {
  @ApiProperty({ enum: ['same', 'added', 'removed', 'changed'] })
  kind: string;

  @ApiPropertyOptional({ description: 'Of a paragraph that is the same, added or removed' })
  text?: string;

  @ApiPropertyOptional({
    type: [WordChangeResponse],
    description: 'Of a changed one: same and removed join to the old text, same and added to the new',
  })
  words?: WordChangeResponse[];

  static of(change: ParagraphChange): ParagraphChangeResponse {
    return change.kind === 'changed'
      ? { kind: change.kind, words: change.words.map((word) => WordChangeResponse.of(word)) }
      : { kind: change.kind, text: change.text };
  }
}

export class WordingResponse {
  @ApiPropertyOptional({ type: [ParagraphChangeResponse] })
  kk?: ParagraphChangeResponse[];

  @ApiPropertyOptional({ type: [ParagraphChangeResponse] })
  ru?: ParagraphChangeResponse[];

  @ApiPropertyOptional({ type: [ParagraphChangeResponse] })
  en?: ParagraphChangeResponse[];

  static of(wording: WordingComparison): WordingResponse {
    const paragraphs = (language: keyof WordingComparison) =>
      wording[language]?.map((change) => ParagraphChangeResponse.of(change));
    return { kk: paragraphs('kk'), ru: paragraphs('ru'), en: paragraphs('en') };
  }
}

export class TitleComparisonResponse {
  @ApiProperty()
  isChanged: boolean;

  @ApiProperty({ type: WordingResponse })
  wording: WordingResponse;

  static of({ isChanged, wording }: ComparedVersions['comparison']['title']): TitleComparisonResponse {
    return { isChanged, wording: WordingResponse.of(wording) };
  }
}

export class ClausePlaceResponse {
  @ApiProperty({ enum: ['section', 'clause'] })
  kind: string;

  @ApiProperty({ description: 'The number as printed' })
  label: string;

  @ApiProperty({ description: '1 at the top' })
  level: number;

  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'Lineage id of the part it stands in' })
  parent: string | null;

  @ApiProperty({ description: 'In the order of that text, from 1' })
  position: number;

  static of({ kind, label, level, parent, position }: ClausePlace): ClausePlaceResponse {
    return { kind, label, level, parent, position };
  }
}

export class ClauseComparisonResponse {
  @ApiProperty({ format: 'uuid' })
  lineageId: string;

  @ApiProperty({ enum: ['unchanged', 'changed', 'added', 'removed'] })
  status: string;

  @ApiProperty({ description: 'Stands in another part, or in another order beside the same ones' })
  isMoved: boolean;

  @ApiProperty()
  isRenumbered: boolean;

  @ApiProperty({ type: ClausePlaceResponse, nullable: true })
  before: ClausePlaceResponse | null;

  @ApiProperty({ type: ClausePlaceResponse, nullable: true })
  after: ClausePlaceResponse | null;

  @ApiProperty({ type: WordingResponse })
  wording: WordingResponse;

  static of(clause: ClauseComparison): ClauseComparisonResponse {
    const { lineageId, status, isMoved, isRenumbered, before, after, wording } = clause;
    return {
      lineageId,
      status,
      isMoved,
      isRenumbered,
      before: before && ClausePlaceResponse.of(before),
      after: after && ClausePlaceResponse.of(after),
      wording: WordingResponse.of(wording),
    };
  }
}

export class ComparisonResponse {
  @ApiProperty({ format: 'uuid' })
  procedureId: string;

  @ApiProperty({ type: ComparedVersionResponse })
  from: ComparedVersionResponse;

  @ApiProperty({ type: ComparedVersionResponse })
  to: ComparedVersionResponse;

  @ApiProperty({ type: ChangeCountsResponse, description: 'Of the whole text' })
  counts: ChangeCountsResponse;

  @ApiProperty({ type: TitleComparisonResponse })
  title: TitleComparisonResponse;

  @ApiProperty({
    type: [ClauseComparisonResponse],
    description: 'In the order of the later text; a removed one where it stood',
  })
  clauses: ClauseComparisonResponse[];

  @ApiProperty({ description: 'How many clauses there are on all pages' })
  total: number;

  @ApiPropertyOptional({ description: '`after` of the next page' })
  next?: string;

  static of(compared: ComparedVersions): ComparisonResponse {
    const { from, to, comparison } = compared;
    const { clauses, title, total, passedOver } = comparison;
    const seen = passedOver + clauses.length;
    return {
      procedureId: from.procedureId,
      from: ComparedVersionResponse.of(from),
      to: ComparedVersionResponse.of(to),
      counts: ChangeCountsResponse.of(compared),
      title: TitleComparisonResponse.of(title),
      clauses: clauses.map((clause) => ClauseComparisonResponse.of(clause)),
      total,
      ...(seen < total ? { next: String(seen) } : {}),
    };
  }
}
