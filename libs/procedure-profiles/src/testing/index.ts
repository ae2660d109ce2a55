export { versionOf } from './new-profile.js';
