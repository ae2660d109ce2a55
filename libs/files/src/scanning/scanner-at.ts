import { ClamdScanner } from './clamd-scanner.js';
import { NoScanner, type VirusScanner } from './virus-scanner.js';

/** @param url of clamd (CLAMAV_URL): `tcp://host:3310` or `unix:///path`; without it nothing is scanned */
export const scannerAt = (url: string | undefined): VirusScanner =>
  url === undefined ? new NoScanner() : new ClamdScanner(new URL(url));
