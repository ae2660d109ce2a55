import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { loadSettingsOrExit } from '#lib/settings';
import { MetricsServer } from './health/metrics-server.js';
import { createPortal } from './portal.js';
import { closeOnSignal } from './request/close-on-signal.js';

const settings = loadSettingsOrExit();
const portal = await createPortal(settings);
closeOnSignal(portal);
await portal.listen(settings.port, settings.host);
if (settings.metricsPort !== undefined) await portal.get(MetricsServer).listen(settings.host, settings.metricsPort);
const { port } = portal.getHttpServer().address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ msg: 'listening', host: settings.host, port })}\n`);
