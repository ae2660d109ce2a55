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
export { StoredFileEntity } from './persistence/stored-file.entity.js';
