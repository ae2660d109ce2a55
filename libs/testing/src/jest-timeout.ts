import { jest } from '@jest/globals';

// Jest takes no time limit per project; each project names its own in jest.config.mjs.
jest.setTimeout((globalThis as unknown as { secondsAtMost: number }).secondsAtMost * 1000);
