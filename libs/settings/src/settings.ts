import { join, resolve } from 'node:path';
import { isKeyRingFile } from '#lib/privacy';
import {
  isAddress,
  isAlarmList,
  isAtLeast,
  isCertificateFile,
  isConfidential,
  isHost,
  isIntegerIn,
  isMailbox,
  isOneOf,
  isProxyList,
  isRateList,
  isScannerAddress,
} from './checks.js';
import { projectRoot } from './project-root.js';
import { type NamedProvider, providerOf, ProviderVariables } from './provider-settings.js';
import { type NamedSendersProvider, sendersProviderOf } from './senders-provider-settings.js';
import { list, optional, Variable } from './variable.js';

const postgres = { check: isAddress('postgres:', 'postgresql:'), must: 'a postgresql:// address' };
const port = { check: isIntegerIn(0, 65_535), must: 'a port from 0 (any free one) to 65535' };

/** What an operator decides, from the environment. Made by `loadSettings`, which fills the defaults that depend on others. */
export class Settings extends ProviderVariables {
  @Variable('DATABASE_URL', postgres)
  readonly databaseUrl: string = '';

  /** The owner of the tables; migrations alone use it. Default: `databaseUrl`. */
  @Variable('MIGRATION_DATABASE_URL', postgres)
  readonly migrationDatabaseUrl: string = '';

  /** Connections of one process at most. */
  @Variable('DATABASE_POOL', { check: isIntegerIn(1, 500), must: 'a number of connections from 1 to 500' }, Number)
  readonly databasePool: number = 16;

  /** Where BullMQ keeps its jobs. Default: `databaseUrl`. */
  @Variable('QUEUE_URL', {
    check: isAddress('postgres:', 'postgresql:', 'redis:', 'rediss:'),
    must: 'a postgresql:// or redis:// address',
  })
  readonly queueUrl: string = '';

  @Variable('HOST', { check: isHost, must: 'a host name or address to listen on' })
  readonly host: string = '127.0.0.1';

  @Variable('PORT', port, Number)
  readonly port: number = 3000;

  /** The address people type, without a slash at its end; links in mails begin with it. Default: `http://HOST:PORT`. */
  @Variable('PUBLIC_URL', { check: isAddress('http:', 'https:'), must: 'an http:// or https:// address' }, withoutSlash)
  readonly publicUrl: string = '';

  /** Signs sessions, form tokens and receipt links. */
  @Variable('TALQY_SECRET', { check: isAtLeast(32), must: 'a random text of at least 32 characters' })
  readonly secret: string = '';

  /** The keys of personal data (docs/security/privacy.md), kept apart from the database and its backups. */
  @Variable(
    'TALQY_KEYS',
    { check: isKeyRingFile, must: 'the path of a key ring; `node tools/key-ring.mjs FILE` makes one' },
    fromProjectRoot,
  )
  readonly keyFile: string = '';

  /** Whether an official works without a second factor. Default: `required` in production, `offered` elsewhere. */
  @Variable('TALQY_SECOND_FACTOR', { check: isOneOf('required', 'offered'), must: 'required or offered' })
  readonly secondFactor: string = 'required';

  /** Folder for what is kept beside the database: mails written as files. */
  @Variable('TALQY_HOME', { check: isAtLeast(1), must: 'a folder' })
  readonly home: string = '.talqy';

  /** Without it mails are files in `mailFolder`. */
  @Variable('SMTP_URL', optional({ check: isAddress('smtp:', 'smtps:'), must: 'an smtp:// or smtps:// address' }))
  readonly smtpUrl: string | undefined = undefined;

  @Variable('MAIL_FROM', { check: isMailbox, must: 'a mail address, such as Talqy <talqy@example.org>' })
  readonly mailFrom: string = 'Talqy <talqy@localhost.localdomain>';

  /** Seconds after `close_at` at which the state flips: longer than any request may live. Lateness does not depend on it. */
  @Variable('DRAIN_SECONDS', { check: isIntegerIn(0, 3600), must: 'a number of seconds from 0 to 3600' }, Number)
  readonly drainSeconds: number = 60;

  @Variable('LOG_LEVEL', {
    check: isOneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    must: 'one of trace, debug, info, warn, error, fatal, silent',
  })
  readonly logLevel: string = 'info';

  @Variable('NODE_ENV', {
    check: isOneOf('development', 'production', 'test'),
    must: 'development, production or test',
  })
  readonly nodeEnv: string = 'development';

  /** Where the worker answers /health; the portal answers on its own port. */
  @Variable('HEALTH_PORT', port, Number)
  readonly healthPort: number = 0;

  /** Whether the worker looks every half minute if the portal answers at `publicUrl`; off where there is no portal (REQ-26). */
  @Variable('INTAKE_PROBE', { check: isOneOf('on', 'off'), must: 'on or off' })
  readonly intakeProbe: string = 'on';

  /** Whether, in production, database, queue and mail may be spoken to unencrypted over a network: a private one of the operator's. */
  @Variable('PLAIN_CONNECTIONS', { check: isOneOf('refused', 'allowed'), must: 'refused or allowed' })
  readonly plainConnections: string = 'refused';

  /** Milliseconds for which a public page that the portal keeps is taken for unchanged without asking the database. */
  @Variable(
    'PAGE_FRESHNESS_MS',
    { check: isIntegerIn(0, 10_000), must: 'a number of milliseconds from 0 to 10000' },
    Number,
  )
  readonly pageFreshnessMs: number = 1_000;

  /** Proxies whose X-Forwarded-For is believed. */
  @Variable('TRUSTED_PROXIES', { check: isProxyList, must: 'IP addresses or CIDR ranges, separated by commas' }, list)
  readonly trustedProxies: readonly string[] = [];

  /** Limits per address and ten minutes over our own (docs/security/limits.md): `remark:30,search:300`. */
  @Variable(
    'RATE_LIMITS',
    { check: isRateList, must: 'action:number pairs, such as remark:30,search:300 (docs/security/limits.md)' },
    list,
  )
  readonly rateLimits: readonly string[] = [];

  /** Seconds that a sender above the limit waits at least, who does not prove anything. */
  @Variable('LEAST_WAIT_SECONDS', { check: isIntegerIn(1, 120), must: 'a number of seconds from 1 to 120' }, Number)
  readonly leastWaitSeconds: number = 10;

  /** Remarks a second, over all portals, above which each is asked for a proof of work; 0 for never. */
  @Variable('PROOF_ABOVE', { check: isIntegerIn(0, 1_000_000), must: 'a number of remarks a second from 0' }, Number)
  readonly proofAbove: number = 100;

  /** Rounds of PBKDF2 in each of the some 256 attempts of a proof: 2000 take a telephone a second or two. */
  @Variable('PROOF_COST', { check: isIntegerIn(1, 1_000_000), must: 'a number of rounds from 1 to 1000000' }, Number)
  readonly proofCost: number = 2000;

  /** Alarms by kind and ten minutes over our own, 0 for none (docs/security/events.md): `access-denied:1000,limited:0`. */
  @Variable(
    'SECURITY_ALARMS',
    { check: isAlarmList, must: 'kind:number pairs, such as access-denied:1000,limited:0 (docs/security/events.md)' },
    list,
  )
  readonly securityAlarms: readonly string[] = [];

  /** Where the portal answers /metrics, apart from its own port; the worker does on `HEALTH_PORT`. Without it the portal does not. */
  @Variable('METRICS_PORT', optional(port), (text) => (text === '' ? undefined : Number(text)))
  readonly metricsPort: number | undefined = undefined;

  /** PEM file of the authorities trusted to vouch for signers of acts. Without it a signature's names are vouched for by nobody. */
  @Variable(
    'SIGNATURE_TRUSTED_ROOTS',
    optional({ check: isCertificateFile, must: 'a PEM file that can be read, with whole certificates' }),
    fromProjectRoot,
  )
  readonly signatureTrustedRoots: string | undefined = undefined;

  /** Verifies signatures by GOST keys (docs/signature-verifier.md). Without it they are refused. */
  @Variable(
    'SIGNATURE_VERIFIER_URL',
    optional({ check: isConfidential, must: 'an https:// address, or http:// on this host' }),
  )
  readonly signatureVerifierUrl: string | undefined = undefined;

  /** clamd, which scans uploads (docs/security/uploads.md). Without it they are shown unscanned. */
  @Variable('CLAMAV_URL', optional({ check: isScannerAddress, must: 'tcp://host:3310 or unix:///path/to/clamd.ctl' }))
  readonly clamavUrl: string | undefined = undefined;

  /** Who knows the officials besides this installation; undefined: nobody. */
  get provider(): NamedProvider | undefined {
    return providerOf(this);
  }

  /** Who may confirm senders of remarks; undefined: nobody. */
  get sendersProvider(): NamedSendersProvider | undefined {
    return sendersProviderOf(this);
  }

  get mailFolder(): string {
    return join(this.home, 'mail');
  }

  get queueKind(): 'postgres' | 'redis' {
    return this.queueUrl.startsWith('redis') ? 'redis' : 'postgres';
  }
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

function fromProjectRoot(path: string): string {
  return resolve(projectRoot(), path);
}
