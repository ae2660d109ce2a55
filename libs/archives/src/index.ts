export { unpack, zipDirectory, zipEnd, type ZipEntry } from './zip-directory.js';
export { archiveFault, type ArchiveFault, type ArchiveLimits } from './archive-fault.js';
