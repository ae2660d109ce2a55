export { rootsFile, signerName } from './signing.js';
