import { renderingFormats, runStates, type RunView, stepNames, stepStates } from '#lib/reports';
import { ApiProperty } from '@nestjs/swagger';

export class RunStepResponse {
  @ApiProperty({ enum: stepNames })
  step: string;

  @ApiProperty({ type: String, nullable: true, enum: [...renderingFormats, null] })
  format: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['kk', 'ru', 'en', 'mul', null] })
  language: string | null;

  @ApiProperty({ enum: stepStates })
  state: string;

  @ApiProperty({ description: 'Remarks that are through' })
  done: number;

  @ApiProperty({ description: 'Of how many; 0 before it is known' })
  total: number;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Of the last attempt' })
  startedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  error: string | null;
}

export class ReportRunResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: runStates })
  state: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  reportId: string | null;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  finishedAt: string | null;

  @ApiProperty({ type: [RunStepResponse] })
  steps: RunStepResponse[];

  static of({ id, state, reportId, requestedAt, finishedAt, steps }: RunView): ReportRunResponse {
    return {
      id,
      state,
      reportId,
      requestedAt,
      finishedAt,
      steps: steps.map(
        ({ step, format, language, state: standing, done, total, startedAt, finishedAt: ended, error }) => ({
          step,
          format,
          language,
          state: standing,
          done,
          total,
          startedAt,
          finishedAt: ended,
          error,
        }),
      ),
    };
  }
}
