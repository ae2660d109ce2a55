export { ServiceRegisterModule } from './service-register.module.js';
export {
  authorities,
  type Authority,
  mayDevelopStandards,
  type StateBodyFacts,
  type StateBodyKind,
  stateBodyKinds,
} from './domain/state-body.js';
export { isServiceCode, type PublicServiceFacts } from './domain/public-service.js';
export { codesOfSection, isOfSection, isSectionCode, sectionOf } from './domain/register-section.js';
export { type RegisterFault, type RegisterFaultCode } from './domain/register-fault.js';
export { type PlannedRow, type PlanState, planStates, type RowCounts } from './domain/register-plan.js';
export { registerFields } from './domain/register-row.js';
export { type RegisterFileFormat, registerFileFormats } from './reading/register-file.js';
export {
  ImportRegister,
  type ImportRegisterInput,
  RegisterChanged,
  type RegisterImport,
  RegisterNotImported,
} from './use-cases/import-register.js';
export { StateBodies, type StateBody } from './queries/state-bodies.js';
export { PublicServices, type PublicService, type ServiceFilter } from './queries/public-services.js';
export { RegisterSections, type RegisterSection } from './queries/register-sections.js';
export { StateBodyEntity } from './persistence/state-body.entity.js';
export { PublicServiceEntity } from './persistence/public-service.entity.js';
