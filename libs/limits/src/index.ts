export { LimitsModule } from './limits.module.js';
export type { LimitsSettings } from './limits-settings.js';
export { LoadGate } from './load-gate.js';
export { Proofs } from './proofs.js';
export { RequestCounts } from './request-counts.js';
export { RequestLimits, type Whence } from './request-limits.js';
export { WaitLine } from './wait-line.js';

// The rules.
export { limitsFrom, WINDOW_SECONDS } from './domain/limits.js';
