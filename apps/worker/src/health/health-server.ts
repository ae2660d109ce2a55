import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database } from '#lib/database';
import { QueueConnection, queueHealth } from '#lib/jobs';
import { Injectable } from '@nestjs/common';
import { ScannerWatch } from '../files/scanner-watch.js';

/**
 * `/health/live`: the process answers. `/health/ready`: database and queue do; it tells of the virus scanner, without which files
 * wait and everything else goes on. Nothing else is served.
 */
@Injectable()
export class HealthServer {
  private server: Server | undefined;

  constructor(
    private readonly database: Database,
    private readonly queue: QueueConnection,
    private readonly scanner: ScannerWatch,
  ) {}

  /** @returns the port it listens on, on 127.0.0.1 or `host` */
  async listen(host: string, port: number): Promise<number> {
    const server = createServer((request, response) => {
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
