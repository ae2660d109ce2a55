import { IdentityWebModule } from './identity/identity-web.module.js';
import { RegisterWebModule } from './register/register-web.module.js';
import { StartWebModule } from './start/start-web.module.js';

/** What a visitor can do, area by area. */
export const areas = [StartWebModule, RegisterWebModule, IdentityWebModule];
