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

function remedyOf({ protocol, hostname, searchParams }: URL): string | undefined {
  if (isThisHost(hostname)) return undefined;
  switch (protocol) {
    case 'postgres:':
    case 'postgresql:':
      return searchParams.get('sslmode') === 'verify-full' ? undefined : 'needs sslmode=verify-full';
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
