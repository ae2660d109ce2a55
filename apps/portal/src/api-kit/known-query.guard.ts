import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { InvalidFields } from '../problems/invalid-fields.js';

/** The form token of a body of files stands in the address, since guards look before the body is read. */
const TOKEN = 'csrf';

/**
 * An operation that reads nothing of its query refuses one, as the pipe refuses an unknown member where one is read: a filter or
 * a sort that is passed over in silence gives a list that is not what was asked for.
 */
@Injectable()
export class KnownQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!url.startsWith('/api/v1/') || readsQuery(context)) return true;
    const fields = Object.keys(typeof query === 'object' && query !== null ? query : {}).filter(
      (name) => name !== TOKEN,
    );
    if (fields.length === 0) return true;
    throw new InvalidFields(fields.map((field) => ({ field, message: `property ${field} should not exist` })));
  }
}

function readsQuery(context: ExecutionContext): boolean {
  const declared: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  const queries = `${RouteParamtypes.QUERY}:`;
  return Object.keys(declared ?? {}).some((key) => key.startsWith(queries));
}
