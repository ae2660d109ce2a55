export { FilesModule } from './files.module.js';
export {
  type NewFile,
  type OpenFile,
  type StoredFile,
  type StoredFileFacts,
  StoredFiles,
  type WrittenFile,
} from './stored-files.js';
export { type FilePurpose, filePurposes } from './domain/file-purpose.js';
export {
  checkStates,
  type CheckState,
  type CleaningFault,
  cleaningFaults,
  isShown,
  type RemovedKind,
  removedKinds,
} from './domain/file-check.js';
export { FileNotFound } from './domain/file-not-found.js';
export { extensionOf, safeFileName } from './domain/file-name.js';
export { attachmentLimits, type AttachmentType, attachmentTypes } from './domain/attachment-limits.js';
export { type AttachmentFault, AttachmentRefused } from './domain/attachment-refused.js';
export {
  type Attachment,
  sniffAttachment,
  sniffAttachments,
  sniffScan,
  type Upload,
} from './sniffing/sniff-attachment.js';
export { wordPackageFault } from './sniffing/word-package.js';
export { DropUnclaimedFiles } from './use-cases/drop-unclaimed-files.js';
export { FileChecksModule, type FileChecksSettings } from './file-checks.module.js';
export { checkFileJob, fileEvents, fileUploaded } from './jobs/check-file.js';
export { CheckFile, type CheckOutcome } from './use-cases/check-file.js';
export { RequestChecks } from './use-cases/request-checks.js';
export { type UploadCounts, UploadsByState } from './queries/upload-counts.js';
export { ClamdScanner } from './scanning/clamd-scanner.js';
export { NoScanner, ScannerAway, VirusScanner } from './scanning/virus-scanner.js';
export { SealedOriginals } from './persistence/sealed-originals.js';
export { type FileCheck, fileCheckMembers } from './persistence/file-check-columns.js';
export { StoredFileEntity } from './persistence/stored-file.entity.js';
