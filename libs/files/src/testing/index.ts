export { type ClamdServer, eicar, startClamd } from './clamd-server.js';
export { plainPng, planted, plantedJpeg, plantedPdf, plantedPng, plantedWord, pngSaying } from './planted-files.js';
export { wordsIn } from './words-in.js';
