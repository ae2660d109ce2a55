import { outcomes } from '#lib/consideration';
import type { Page } from '#lib/kernel';
import {
  type AnswerPlan,
  answerKinds,
  type AppliedSheet,
  type ConsiderationImport,
  conflicts,
  type PlannedAnswer,
  type SheetImport,
  type StandingDecision,
} from '#lib/sheets';
import { ApiProperty } from '@nestjs/swagger';

/** Of a sheet that came back; only its uploader sees it. */
export class SheetImportResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ description: 'Of the file, hex' })
  sha256: string;

  @ApiProperty({ format: 'date-time', description: 'Dropped a day later unless it is applied' })
  uploadedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Null until it is applied' })
  appliedAt: string | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'number' },
    description: 'What it did: rows by kind; null until it is applied',
  })
  outcome: Readonly<Record<string, number>> | null;

  static of({ id, fileName, sha256, uploadedAt, appliedAt, outcome }: SheetImport): SheetImportResponse {
    return { id, fileName, sha256, uploadedAt, appliedAt, outcome };
  }
}

export class CellFaultResponse {
  @ApiProperty({ example: 'G14' })
  address: string;

  @ApiProperty({ example: 'formula' })
  fault: string;

  @ApiProperty({ required: false, description: 'What stands in the cell, or what should' })
  value?: string;

  @ApiProperty({ required: false, description: 'The least or the most that is allowed' })
  limit?: number;

  static of({ address, fault, value, limit }: CellFaultResponse): CellFaultResponse {
    return { address, fault, ...(value === undefined ? {} : { value }), ...(limit === undefined ? {} : { limit }) };
  }
}

/** A decision as a row says it. */
export class RowDecisionResponse {
  @ApiProperty({ enum: outcomes })
  outcome: string;

  @ApiProperty()
  reasonCode: string;

  @ApiProperty()
  groundKk: string;

  @ApiProperty()
  groundRu: string;

  @ApiProperty({ type: [String], description: 'Lineage ids' })
  changedClauses: readonly string[];

  @ApiProperty({ type: String, nullable: true })
  noChangeKk: string | null;

  @ApiProperty({ type: String, nullable: true })
  noChangeRu: string | null;

  static said(decision: Omit<StandingDecision, 'version' | 'decidedBy' | 'decidedAt'>): RowDecisionResponse {
    const { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu } = decision;
    return { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu };
  }
}

export class StandingDecisionResponse extends RowDecisionResponse {
  @ApiProperty({ description: 'From 1' })
  version: number;

  @ApiProperty({ type: String, nullable: true, description: 'Of the officer; null for a programme' })
  decidedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  decidedAt: string;

  static of(decision: StandingDecision): StandingDecisionResponse {
    const { version, decidedBy, decidedAt } = decision;
    return { ...RowDecisionResponse.said(decision), version, decidedBy, decidedAt };
  }
}

export class RowGroupResponse {
  @ApiProperty()
  no: number;

  @ApiProperty({ description: 'Remarks that the row answers' })
  standing: number;
}

export class AnswerRowResponse {
  @ApiProperty({ description: 'As people see it in the sheet' })
  row: number;

  @ApiProperty({ enum: answerKinds })
  kind: string;

  @ApiProperty({ description: 'Of the remark; as typed where it is not known' })
  number: string;

  @ApiProperty({ description: 'From 1' })
  point: number;

  @ApiProperty({ type: RowGroupResponse, nullable: true })
  group: RowGroupResponse | null;

  @ApiProperty({ enum: conflicts, nullable: true, description: 'What happened since the export' })
  conflict: string | null;

  @ApiProperty({ type: [CellFaultResponse] })
  faults: CellFaultResponse[];

  @ApiProperty({ type: RowDecisionResponse, nullable: true, description: 'Null for none, and for one not readable' })
  decision: RowDecisionResponse | null;

  @ApiProperty({ type: StandingDecisionResponse, nullable: true, description: 'On the point now' })
  inForce: StandingDecisionResponse | null;

  @ApiProperty({ type: String, nullable: true, description: 'A note for colleagues that is not there yet' })
  note: string | null;

  static of(answer: PlannedAnswer): AnswerRowResponse {
    const { row, kind, number, position, group, conflict, faults, decision, inForce, note } = answer;
    return {
      row,
      kind,
      number,
      point: position,
      group: group && { no: group.no, standing: group.standing },
      conflict,
      faults: faults.map((fault) => CellFaultResponse.of(fault)),
      decision: decision && RowDecisionResponse.said(decision),
      inForce: inForce && StandingDecisionResponse.of(inForce),
      note,
    };
  }
}

/** A dry run: nothing of it is written. */
export class AnswerPlanResponse {
  @ApiProperty({ description: 'To be sent back with the application' })
  seen: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Rows by kind, and `notes`' })
  counts: Readonly<Record<string, number>>;

  @ApiProperty({ type: [AnswerRowResponse] })
  items: AnswerRowResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ seen, counts }: AnswerPlan, { items, next }: Page<PlannedAnswer>): AnswerPlanResponse {
    return { seen, counts, items: items.map((answer) => AnswerRowResponse.of(answer)), next };
  }
}

export class ConsiderationImportResponse extends SheetImportResponse {
  @ApiProperty({ type: AnswerPlanResponse, nullable: true, description: 'Null once it is applied' })
  plan: AnswerPlanResponse | null;

  static found(
    { sheet, plan }: ConsiderationImport,
    page: (rows: readonly PlannedAnswer[]) => Page<PlannedAnswer>,
  ): ConsiderationImportResponse {
    return { ...SheetImportResponse.of(sheet), plan: plan && AnswerPlanResponse.of(plan, page(plan.rows)) };
  }
}

export class AppliedSheetResponse {
  @ApiProperty({ description: 'It was applied before: nothing happened now' })
  isRepeated: boolean;

  @ApiProperty({ format: 'date-time' })
  appliedAt: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  outcome: Readonly<Record<string, number>>;

  static of({ isRepeated, appliedAt, outcome }: AppliedSheet): AppliedSheetResponse {
    return { isRepeated, appliedAt, outcome };
  }
}
