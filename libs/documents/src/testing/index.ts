export { pack } from './pack.js';
export { readArchive } from './read-archive.js';
export { readPdf } from './read-pdf.js';
