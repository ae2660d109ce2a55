import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const LONG_BODY = 'longBody';

/** As a form, a Cyrillic letter is six bytes, in the API two: the longest draft of the API fits as a form too. */
const LIMIT = 6 * 1024 * 1024;

/** A form in which a whole draft comes. */
export const LongBody = () => RouteConfig({ [LONG_BODY]: true });

/** Lets such forms be as long as they need to be; every other body keeps to the limit of the server. */
export function allowLongBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { config } = route;
    if (typeof config === 'object' && Reflect.get(config, LONG_BODY) === true) route.bodyLimit = LIMIT;
  });
}
