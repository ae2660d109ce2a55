import { entryChannels } from '#lib/discussion';
import { type Language, languages } from '#lib/kernel';
import { type AnswerKind, answerKinds, type IntakeKind, intakeKinds, type SheetLetter } from '#lib/sheets';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { PageQuery } from '../../api-kit/page.query.js';
import { QueueQuery } from '../../consideration/api/queue.api.js';
import { EnterLetterRequest } from '../../entries/api/entry.requests.js';

/** Which remarks are wanted, as by the queue. */
export class SheetQuery extends PickType(QueueQuery, ['undecidedOnly', 'kind', 'clause']) {
  @ApiProperty({ required: false, enum: languages, default: 'kk', description: 'Of the headings and of the lists' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

export class TemplateQuery extends PickType(SheetQuery, ['language']) {}

export class AnswerRowsQuery extends PageQuery {
  @ApiProperty({ required: false, enum: answerKinds, description: 'Rows of one kind' })
  @IsOptional()
  @IsIn(answerKinds)
  kind?: AnswerKind;
}

export class IntakeRowsQuery extends PageQuery {
  @ApiProperty({ required: false, enum: intakeKinds, description: 'Rows of one kind' })
  @IsOptional()
  @IsIn(intakeKinds)
  kind?: IntakeKind;
}

export class ApplySheetRequest {
  @ApiProperty({ description: '`seen` of the plan that was looked at: when it changed since, nothing is written' })
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  seen: string;
}

export class SheetFileRequest {
  @ApiProperty({ type: 'string', format: 'binary', description: 'XLSX' })
  sheet: unknown;
}

/** How a sheet of remarks came, once for all of them. */
export class SheetLetterRequest extends PickType(EnterLetterRequest, [
  'channel',
  'registration',
  'arrivalDay',
  'arrivalTime',
  'postmarkDay',
  'language',
]) {
  static letter({ channel, registration, language, ...arrived }: SheetLetterRequest): SheetLetter {
    const { arrivalDay, arrivalTime, postmarkDay } = arrived;
    const arrival = {
      day: arrivalDay,
      ...(arrivalTime === undefined ? {} : { time: arrivalTime }),
      ...(postmarkDay === undefined ? {} : { postmarkDay }),
    };
    return { channel: entryChannels.find((each) => each === channel) ?? 'PAPER', registration, arrival, language };
  }
}

export class IntakeFileRequest extends SheetFileRequest {
  @ApiProperty({ type: SheetLetterRequest, description: 'JSON' })
  letter: SheetLetterRequest;
}
