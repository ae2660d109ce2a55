export { DomainError, type ErrorDetails } from './domain-error.js';
export { errorCodes, type ErrorCode } from './error-codes.js';
export { type Instant, instant, isInstant, instantOf, plusMilliseconds, millisecondsBetween } from './instant.js';
export { type LegalDay, legalDay, isLegalDay } from './legal-day.js';
export { type Clock, fixedClock, systemClock } from './clock.js';
export { type Actor, type Role, roles, citizen, system } from './actor.js';
export { newId, isId } from './id.js';
export { type Page, type PageRequest, pageRequest } from './page.js';
export { type Language, languages, isLanguage, type Multilingual } from './language.js';
