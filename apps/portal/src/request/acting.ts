import { Acting } from '#lib/database';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Each request works for one body at most. It begins when its body is read: what is read by events would lose it again. */
export function beginActing(portal: NestFastifyApplication): void {
  const acting = portal.get(Acting);
  portal
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', (_request, _reply, done) => acting.begin(done));
}
