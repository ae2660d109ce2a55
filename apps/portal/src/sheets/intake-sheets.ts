import { ApplyIntakeSheet, IntakeImports, KeepIntakeSheet, ReceiveIntakeSheet } from '#lib/sheets';
import { Injectable } from '@nestjs/common';

/** What is done with the sheet of an organisation, step by step. */
@Injectable()
export class IntakeSheets {
  constructor(
    readonly keepSheet: KeepIntakeSheet,
    readonly receiveSheet: ReceiveIntakeSheet,
    readonly imports: IntakeImports,
    readonly applySheet: ApplyIntakeSheet,
  ) {}
}
