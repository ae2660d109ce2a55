import { type Clock, systemClock } from '#lib/kernel';
import { SecurityCounts } from '#lib/security-events';
import type { Settings } from '#lib/settings';
import { assertZoneData } from '#lib/time-limits';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { describeApi } from './api-kit/describe-api.js';
import { PortalModule } from './portal.module.js';
import { openPageDoor } from './kept-pages/page-door.js';
import { ContentVersion } from './kept-pages/content-version.js';
import { KeptPages } from './kept-pages/kept-pages.js';
import { beginActing } from './request/acting.js';
import { startArrivalClock } from './request/arrival-clock.js';
import { serveAssets } from './request/assets.js';
import { boundBodies } from './request/body-bounds.js';
import { answerOtherMethods } from './request/declared-methods.js';
import { compressAnswers } from './request/compression.js';
import { createLog, logEachRequest, NestLog } from './request/log.js';
import { allowLongBodies } from './request/long-body.js';
import { acceptMultipart } from './request/multipart.js';
import { setSecurityHeaders } from './request/security-headers.js';
import { serverOptions } from './request/server-options.js';
import { tellSiteAddress } from './request/site-address.js';

/** The table of contents of a request: page door → server → log → arrival clock → headers → body → guards → pipe → handler → filter. */
export async function createPortal(
  settings: Settings,
  clock: Clock = systemClock,
  log: Logger = createLog(settings),
): Promise<NestFastifyApplication> {
  assertZoneData();
  const portal = await NestFactory.create<NestFastifyApplication>(
    PortalModule.forRoot(settings, clock),
    new FastifyAdapter(serverOptions(settings, log)),
    { logger: new NestLog(log), abortOnError: false },
  );
  const server = portal.getHttpAdapter().getInstance();
  const security = portal.get(SecurityCounts);
  logEachRequest(server, (kind) => security.add(kind));
  startArrivalClock(server);
  beginActing(portal);
  tellSiteAddress(server, settings);
  setSecurityHeaders(server, settings);
  openPageDoor(server, portal.get(KeptPages), portal.get(ContentVersion));
  answerOtherMethods(server);
  server.removeContentTypeParser('text/plain'); // A form of another site can send it without asking first.
  allowLongBodies(server);
  boundBodies(server);
  await compressAnswers(server);
  await acceptMultipart(server);
  await serveAssets(server);
  describeApi(portal);
  return portal;
}
