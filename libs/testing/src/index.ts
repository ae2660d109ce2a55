export { createTestDatabase, type TestDatabase } from './test-database.js';
export { startTestBed, type TestBed } from './test-bed.js';
