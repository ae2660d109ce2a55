import { securityKinds } from '#lib/kernel';
import { SecurityMetrics } from '#lib/security-events';
import { describe, expect, it } from '@jest/globals';
import { MetricsServer } from './metrics-server.js';

describe('/metrics of the portal', () => {
  it('tells each kind of security event, from the start, and nothing under another address', async () => {
    const metrics = new SecurityMetrics();
    const server = new MetricsServer(metrics);
    const port = await server.listen('127.0.0.1', 0);
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    metrics.count('limited', 3);
    const text = await (await ask('/metrics')).text();
    for (const kind of securityKinds) expect(text).toContain(`talqy_security_events_total{kind="${kind}"}`);
    expect(text).toContain('talqy_security_events_total{kind="limited"} 3');
    expect(text).toContain('talqy_security_events_total{kind="report-signed"} 0');
    expect(text).toMatch(/^process_cpu_seconds_total/m);
    expect((await ask('/')).status).toBe(404);
    server.onModuleDestroy();
  });
});
