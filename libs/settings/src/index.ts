export { Settings } from './settings.js';
export { loadSettings, loadSettingsOrExit } from './load-settings.js';
export { printAndExit, SettingsError } from './settings-error.js';
export { describeSettings } from './describe-settings.js';
export { SettingsModule } from './settings.module.js';
export { projectRoot } from './project-root.js';
export { ClockModule } from './clock.module.js';
export { type NamedProvider, RETURN_PATH } from './provider-settings.js';
export { type NamedSendersProvider, SENDER_RETURN_PATH } from './senders-provider-settings.js';
