import { isThisHost } from '#lib/kernel';
import type { Settings } from './settings.js';

type Addresses = Pick<Settings, 'databaseUrl' | 'migrationDatabaseUrl' | 'queueUrl' | 'smtpUrl'> &
  Partial<Pick<Settings, 'clamavUrl'>>;

/**
 * The addresses that would carry remarks, names or links over a network unencrypted, by the name of their variable, each with what
 * would encrypt it. This host itself and a socket of it are no network.
 */
export function plainConnections(settings: Addresses): string[] {
  const given: readonly (readonly [name: string, address: string | undefined])[] = [
    ['DATABASE_URL', settings.databaseUrl],
    ['MIGRATION_DATABASE_URL', settings.migrationDatabaseUrl],
    ['QUEUE_URL', settings.queueUrl],
    ['SMTP_URL', settings.smtpUrl],
    ['CLAMAV_URL', settings.clamavUrl],
  ];
  return given.flatMap(([name, address]) => {
    const remedy = address === undefined ? undefined : remedyOf(new URL(address));
    return remedy === undefined ? [] : [`${name} ${remedy}`];
  });
}

/** As `pg` reads it: the last of a repeated parameter counts, `host` in the query before the host of the address; a path is a socket. */
function postgresRemedy(hostname: string, query: URLSearchParams): string | undefined {
  const host = query.getAll('host').at(-1) || hostname;
  const isSocket = /^(\/|%2f)/i.test(host);
  const isEncrypted = query.getAll('sslmode').at(-1) === 'verify-full';
  return isEncrypted || isSocket || isThisHost(host) ? undefined : 'needs sslmode=verify-full';
}

function remedyOf({ protocol, hostname, searchParams }: URL): string | undefined {
  if (protocol === 'postgres:' || protocol === 'postgresql:') return postgresRemedy(hostname, searchParams);
  if (isThisHost(hostname)) return undefined;
  switch (protocol) {
    case 'redis:':
      return 'must begin with rediss:';
    case 'smtp:':
      return searchParams.get('requireTLS') === 'true' ? undefined : 'must begin with smtps:, or have requireTLS=true';
    // clamd knows no encryption.
    case 'tcp:':
      return 'must be a socket or an address of this host';
    default:
      return undefined;
  }
}
