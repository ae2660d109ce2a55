import { entryChannels } from '#lib/discussion';
import { type Page, languages } from '#lib/kernel';
import { type IntakeImport, intakeKinds, type IntakePlan, type PlannedRemark, type SheetLetter } from '#lib/sheets';
import { ApiProperty } from '@nestjs/swagger';
import { CellFaultResponse, SheetImportResponse } from './import.responses.js';

/** How the sheet came. */
export class SheetLetterResponse {
  @ApiProperty({ enum: entryChannels })
  channel: string;

  @ApiProperty()
  registration: string;

  @ApiProperty({ format: 'date' })
  arrivalDay: string;

  @ApiProperty({ required: false })
  arrivalTime?: string;

  @ApiProperty({ required: false, format: 'date' })
  postmarkDay?: string;

  @ApiProperty({ enum: languages })
  language: string;

  static of({ channel, registration, arrival, language }: SheetLetter): SheetLetterResponse {
    const { day, time, postmarkDay } = arrival;
    return { channel, registration, arrivalDay: day, arrivalTime: time, postmarkDay, language };
  }
}

export class IntakeRowResponse {
  @ApiProperty({ description: 'As people see it in the sheet' })
  row: number;

  @ApiProperty({ enum: intakeKinds })
  kind: string;

  @ApiProperty({ enum: ['REMARK', 'PROPOSAL'] })
  type: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: String, nullable: true })
  proposedWording: string | null;

  @ApiProperty({ type: [String], description: 'Lineage ids; none for the draft as a whole' })
  anchors: readonly string[];

  @ApiProperty({ type: [CellFaultResponse] })
  faults: CellFaultResponse[];

  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'For ENTERED' })
  entryId: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The row before that says the same' })
  sameAsRow: number | null;

  @ApiProperty({ type: [String], description: 'Numbers of received remarks with the same words' })
  sameWords: readonly string[];

  @ApiProperty({ type: [String], description: 'Registration numbers of waiting letters with the same words' })
  waiting: readonly string[];

  static of({ row, kind, faults, ...planned }: PlannedRemark): IntakeRowResponse {
    const { kind: type, text, proposedWording = null, anchors } = planned.content;
    const content = { type, text, proposedWording, anchors };
    const { entryId, sameAsRow, sameWords, waiting } = planned;
    return {
      ...content,
      row,
      kind,
      faults: faults.map((fault) => CellFaultResponse.of(fault)),
      entryId,
      sameAsRow,
      sameWords,
      waiting,
    };
  }
}

/** A dry run: nothing of it is written. */
export class IntakePlanResponse {
  @ApiProperty({ description: 'To be sent back with the application' })
  seen: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' }, description: 'Rows by kind' })
  counts: Readonly<Record<string, number>>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The organisation as the sheet names it; never public (REQ-46)',
  })
  sender: Readonly<Record<string, string>>;

  @ApiProperty({ type: [CellFaultResponse] })
  senderFaults: CellFaultResponse[];

  @ApiProperty({ type: [IntakeRowResponse] })
  items: IntakeRowResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ seen, counts, sender, senderFaults }: IntakePlan, page: Page<PlannedRemark>): IntakePlanResponse {
    return {
      seen,
      counts,
      sender,
      senderFaults: senderFaults.map((fault) => CellFaultResponse.of(fault)),
      items: page.items.map((remark) => IntakeRowResponse.of(remark)),
      next: page.next,
    };
  }
}

export class IntakeImportResponse extends SheetImportResponse {
  @ApiProperty({ type: SheetLetterResponse })
  letter: SheetLetterResponse;

  @ApiProperty({ type: IntakePlanResponse, nullable: true, description: 'Null once it is entered' })
  plan: IntakePlanResponse | null;

  static found(
    { sheet, letter, plan }: IntakeImport,
    page: (rows: readonly PlannedRemark[]) => Page<PlannedRemark>,
  ): IntakeImportResponse {
    return {
      ...SheetImportResponse.of(sheet),
      letter: SheetLetterResponse.of(letter),
      plan: plan && IntakePlanResponse.of(plan, page(plan.rows)),
    };
  }
}
