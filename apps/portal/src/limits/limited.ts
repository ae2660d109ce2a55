import type { LimitedAction } from '#lib/kernel';
import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export const LIMITED = 'talqy:limited';

export interface LimitedHandler {
  readonly action: LimitedAction;
  /** Which requests of the handler are meant. */
  readonly isMeant: (request: FastifyRequest) => boolean;
}

/** So often at most from one address, its network or one session (REQ-47); the rest is refused by 429 for a while. */
export const Limited = (action: LimitedAction, isMeant: LimitedHandler['isMeant'] = () => true) =>
  SetMetadata(LIMITED, { action, isMeant } satisfies LimitedHandler);

export const FILES_COUNTED = 'talqy:files-counted';

/** Whoever sends: a handler that counts each file itself, and takes what was sent without those that are too many. */
export const FilesCounted = () => SetMetadata(FILES_COUNTED, true);

/** Whether the query names this parameter and says something in it. */
export const asks =
  (name: string) =>
  ({ query }: FastifyRequest): boolean =>
    typeof query === 'object' && query !== null && Boolean(Reflect.get(query, name));
