export { ProcedureProfilesModule } from './procedure-profiles.module.js';
export { loadProfiles, ProfileRegister } from './profile-register.js';
export { AddProcedureProfile, type ProfileTrial } from './use-cases/add-procedure-profile.js';
export { WithdrawProcedureProfile } from './use-cases/withdraw-procedure-profile.js';
export { type AddedProfile, isStanding } from './domain/added-profile.js';
export { type ListedProfile, listedProfiles } from './domain/listed-profiles.js';
export type { ProfileFault, ProfileFaultCode } from './domain/profile-fault.js';
export { type NewProfile, type ProfileRules, rulesOf } from './domain/profile-rules.js';
export { ProfileRefused, ProfileStays, type WithdrawalRefusal } from './domain/refusals.js';
