import { type ErrorCode, errorCodes } from '#lib/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { errorStatus } from '../problems/error-status.js';

/** RFC 9457, with our code and the id under which the log knows the request. */
export class ProblemResponse {
  @ApiProperty({ example: 'urn:talqy:problem:discussion-closed' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  status: number;

  @ApiProperty({ required: false })
  detail?: string;

  @ApiProperty({ enum: [...errorCodes, 'unexpected'] })
  code: string;

  @ApiProperty({ format: 'uuid' })
  traceId: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  details?: Record<string, unknown>;
}

/** Declares the refusals of an operation by code; every operation may also answer `invalid-input`. */
export function Refuses(...codes: readonly ErrorCode[]): MethodDecorator {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set<ErrorCode>(['invalid-input', ...codes]))
    byStatus.set(errorStatus[code], [...(byStatus.get(errorStatus[code]) ?? []), code]);
  return applyDecorators(
    ...[...byStatus].map(([status, those]) =>
      ApiResponse({
        status,
        description: those.join(', '),
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemResponse) } } },
      }),
    ),
  );
}
