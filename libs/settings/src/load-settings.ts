import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { plainConnections } from './plain-connections.js';
import { projectRoot } from './project-root.js';
import { providerFaults } from './provider-settings.js';
import { sendersProviderFaults } from './senders-provider-settings.js';
import { Settings } from './settings.js';
import { printAndExit, SettingsError } from './settings-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

const required = new Set(['DATABASE_URL', 'TALQY_SECRET', 'TALQY_KEYS']);

/** Reads and checks the whole environment. An empty variable counts as not set. Throws SettingsError with every fault. */
export function loadSettings(env: Environment = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const settings = plainToInstance(Settings, withDefaults(given), {
    excludeExtraneousValues: true,
    exposeDefaultValues: true,
  });
  const faults = validateSync(settings).flatMap(({ constraints = {} }) => describe(constraints, given));
  if (faults.length === 0) faults.push(...togetherFaults(settings));
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

// A default made from a faulty variable is faulty too; only the variable itself is reported.
function describe(constraints: Readonly<Record<string, string>>, given: Environment): string[] {
  return Object.entries(constraints).flatMap(([name, must]) => {
    if (name in given) return `${name} must be ${must}`;
    return required.has(name) ? `${name} is not set; it must be ${must}` : [];
  });
}

// A request may wait 20 seconds to be written; a state that flips earlier would refuse what arrived in time.
function togetherFaults(settings: Settings): string[] {
  const isProduction = settings.nodeEnv === 'production';
  const plain = isProduction && settings.plainConnections !== 'allowed' ? plainConnections(settings) : [];
  return [
    ...(isProduction && settings.drainSeconds < 30 ? ['DRAIN_SECONDS must be at least 30 in production'] : []),
    ...plain.map((fault) => `${fault} in production, or PLAIN_CONNECTIONS=allowed where the network is yours alone`),
    ...providerFaults(settings),
    ...sendersProviderFaults(settings),
  ];
}

/** For `main.ts`: a bad environment is printed and the process ends with 1. */
export function loadSettingsOrExit(env: Environment = process.env): Settings {
  try {
    return loadSettings(env);
  } catch (error) {
    return printAndExit(error);
  }
}

function withDefaults(given: Environment): Environment {
  const isProduction = given['NODE_ENV'] === 'production';
  const host = given['HOST'] ?? '127.0.0.1';
  return {
    MIGRATION_DATABASE_URL: given['DATABASE_URL'],
    QUEUE_URL: given['DATABASE_URL'],
    PUBLIC_URL: `http://${host.includes(':') ? `[${host}]` : host}:${given['PORT'] ?? 3000}`,
    TALQY_SECOND_FACTOR: isProduction ? 'required' : 'offered',
    ...given,
    TALQY_HOME: resolve(projectRoot(), given['TALQY_HOME'] ?? '.talqy'),
  };
}
