import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import { type Instant, instant, plusMilliseconds } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { loadSettings, SettingsModule } from '#lib/settings';
import { createTestDatabase, startTestBed, type TestBed, type TestDatabase, testKeyFile } from '#lib/testing';
import { Logger } from '@nestjs/common';
import { IntakeProbe } from '../src/intake/intake-probe.js';

const start = instant('2016-06-10T06:00:00Z');
const at = (seconds: number): Instant => plusMilliseconds(start, seconds * 1_000);

/** Something that answers like a portal, on a port that stays its own while it is stopped and started. */
class Portal {
  private server: Server | undefined;
  port = 0;
  /** What /health/ready says. */
  status = 200;
  readonly asked: string[] = [];

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      response.writeHead(this.status).end('{}');
    });
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
}

describe('the probe of the intake (REQ-26)', () => {
  let database: TestDatabase;
  let bed: TestBed;
  let portal: Portal;
  const bedOf = async (over: Record<string, string> = {}) => {
    const made = await startTestBed({
      database,
      imports: [
        SettingsModule.forRoot(
          loadSettings({
            DATABASE_URL: 'postgresql://nowhere/talqy',
            TALQY_SECRET: 's'.repeat(32),
            TALQY_KEYS: testKeyFile(),
            PUBLIC_URL: `http://127.0.0.1:${portal.port}/`,
            ...over,
          }),
        ),
        LedgerModule,
        JobsModule,
        DiscussionModule.forRoot({ receiptSecret: 'of the probe', keyFile: testKeyFile() }),
      ],
      providers: [IntakeProbe],
      now: start,
    });
    Logger.overrideLogger(false);
    return made;
  };

  beforeEach(async () => {
    portal = new Portal();
    await portal.start();
    database = await createTestDatabase();
    bed = await bedOf();
  });
  afterEach(async () => {
    await portal.stop();
    await bed.stop();
    await database.drop();
  });

  const look = (seconds: number, from = bed) => {
    from.clock.set(at(seconds));
    return from.get(IntakeProbe).look();
  };
  const outages = () =>
    database.query<{ from: Date; to: Date | null }>(
      `select started_at as "from", ended_at as "to" from intake_outage order by started_at`,
    );
  const between = (from: number, to: number | null) => ({
    from: new Date(at(from)),
    to: to === null ? null : new Date(at(to)),
  });

  it('asks the address that people use, and finds a portal that is stopped and started', async () => {
    await look(0);
    expect(portal.asked).toEqual(['/health/ready']);
    await portal.stop();
    await look(30);
    await look(60);
    expect(await outages()).toEqual([between(30, null)]);
    await portal.start();
    await look(90);
    expect(await outages()).toEqual([between(30, 90)]);
  });

  it('counts a portal that answers without its database as out', async () => {
    await look(0);
    portal.status = 503;
    await look(30);
    await look(60);
    expect(await outages()).toEqual([between(30, null)]);
  });

  it('writes down afterwards what it saw while its own database was away', async () => {
    await look(0);
    await database.query('alter table intake_watch rename to intake_watch_away');
    portal.status = 503;
    await expect(look(30)).rejects.toThrow('intake_watch');
    await expect(look(60)).rejects.toThrow('intake_watch');
    await database.query('alter table intake_watch_away rename to intake_watch');
    portal.status = 200;
    await look(90);
    expect(await outages()).toEqual([between(30, 90)]);
  });

  it('is one probe in two workers', async () => {
    const other = await bedOf();
    await look(0);
    await look(5, other);
    await portal.stop();
    await look(30);
    await look(35, other);
    expect(await outages()).toEqual([]);
    await look(60, other);
    await look(65);
    expect(await outages()).toEqual([between(30, null)]);
    await other.stop();
  });

  it('does not look where it is off: a command, a suite', async () => {
    const off = await bedOf({ INTAKE_PROBE: 'off' });
    await look(0, off);
    expect(portal.asked).toEqual([]);
    await off.stop();
  });
});
