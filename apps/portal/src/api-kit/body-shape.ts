import { ValidationPipe } from '@nestjs/common';
import { InvalidFields } from '../problems/invalid-fields.js';

/** A body or query has the members of its DTO and no other; an unknown one is refused, not dropped. */
export const bodyShape = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  exceptionFactory: (errors) => InvalidFields.of(errors),
});
