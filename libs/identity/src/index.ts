export { NotAllowed, NotFound, requireOwnBody, requireRole } from './domain/rights.js';
