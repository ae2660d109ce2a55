import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database } from '#lib/database';
import { QueueConnection, queueHealth } from '#lib/jobs';
import { SecurityMetrics } from '#lib/security-events';
import { Injectable } from '@nestjs/common';
import { ScannerWatch } from '../files/scanner-watch.js';

/**
 * `/health/live`: the process answers. `/health/ready`: database and queue do; it tells of the virus scanner, without which files
 * wait and everything else goes on. `/metrics`: for Prometheus. Nothing else is served.
 */
@Injectable()
export class HealthServer {
  private server: Server | undefined;

  constructor(
    private readonly database: Database,
    private readonly queue: QueueConnection,
    private readonly scanner: ScannerWatch,
    private readonly metrics: SecurityMetrics,
  ) {}

  /** @returns the port it listens on, on 127.0.0.1 or `host` */
  async listen(host: string, port: number): Promise<number> {
    this.metrics.watchProcess();
    const server = createServer((request, response) => {
      if (request.url === '/metrics') return void this.measure(response);
      void this.answer(request.url ?? '').then((status) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ status: status === 200 ? 'up' : 'down', scanner: this.scanner.state }));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    return (server.address() as AddressInfo).port;
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async measure(response: ServerResponse): Promise<void> {
    const text = await this.metrics.registry.metrics();
    response.writeHead(200, { 'content-type': this.metrics.registry.contentType });
    response.end(text);
  }

  private async answer(url: string): Promise<number> {
    if (url === '/health/live') return 200;
    if (url !== '/health/ready') return 404;
    try {
      await Promise.all([this.database.query('select 1'), queueHealth(this.queue)]);
      return 200;
    } catch {
      return 503;
    }
  }
}
