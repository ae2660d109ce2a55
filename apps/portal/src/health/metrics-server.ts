import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SecurityMetrics } from '#lib/security-events';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** `/metrics` of a process whose own port is open to everybody: on a port apart, which the operator keeps to the collector. */
@Injectable()
export class MetricsServer implements OnModuleDestroy {
  private server: Server | undefined;

  constructor(private readonly metrics: SecurityMetrics) {}

  /** @returns the port it listens on */
  async listen(host: string, port: number): Promise<number> {
    this.metrics.watchProcess();
    const server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(({ status, text }) => {
        response.writeHead(status, { 'content-type': this.metrics.registry.contentType });
        response.end(text);
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    return (server.address() as AddressInfo).port;
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(url: string): Promise<{ status: number; text: string }> {
    if (url !== '/metrics') return { status: 404, text: '' };
    return { status: 200, text: await this.metrics.registry.metrics() };
  }
}
