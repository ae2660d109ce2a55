import { join, resolve } from 'node:path';
import { isKeyRingFile } from '#lib/privacy';
import {
  isAddress,
  isAtLeast,
  isCertificateFile,
  isConfidential,
  isHost,
  isIntegerIn,
  isMailbox,
  isOneOf,
  isProxyList,
} from './checks.js';
import { projectRoot } from './project-root.js';
import { list, Variable } from './variable.js';

const postgres = { check: isAddress('postgres:', 'postgresql:'), must: 'a postgresql:// address' };
const port = { check: isIntegerIn(0, 65_535), must: 'a port from 0 (any free one) to 65535' };
const optional = <Rule extends { check: (value: unknown) => boolean }>(rule: Rule) => ({
  ...rule,
  check: (value: unknown) => value === undefined || rule.check(value),
});

/** What an operator decides, from the environment. Made by `loadSettings`, which fills the defaults that depend on others. */
export class Settings {
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

  /** Proxies whose X-Forwarded-For is believed. */
  @Variable('TRUSTED_PROXIES', { check: isProxyList, must: 'IP addresses or CIDR ranges, separated by commas' }, list)
  readonly trustedProxies: readonly string[] = [];

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
