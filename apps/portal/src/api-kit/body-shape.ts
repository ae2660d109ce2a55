import { type Type, ValidationPipe } from '@nestjs/common';
import { InvalidFields } from '../problems/invalid-fields.js';

/** A body or query has the members of its DTO and no other; an unknown one is refused, not dropped. */
export const bodyShape = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => InvalidFields.of(errors),
});

/**
 * The same test for a body whose form is known only while it is read.
 * @throws InvalidFields
 */
export async function shaped<Request extends object>(type: Type<Request>, body: unknown): Promise<Request> {
  const given = typeof body === 'object' && body !== null ? body : {};
  const request: unknown = await bodyShape.transform(given, { type: 'body', metatype: type });
  return request as Request;
}
