export { standardKk, standardRu } from './standard-texts.js';
export { wordFile } from './word-file.js';
