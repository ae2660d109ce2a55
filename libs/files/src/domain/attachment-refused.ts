import { DomainError } from '#lib/kernel';

export const attachmentFaults = {
  empty: 'the file is empty',
  'too-large': 'the file is larger than 10 MB',
  'type-not-allowed': 'only PDF, DOCX, PNG and JPEG files are taken',
  'not-a-scan': 'a scan is a PDF, PNG or JPEG file',
  'content-not-as-named': 'the content is not what the extension says',
  'more-than-one-type': 'the file can be read as something else too',
  damaged: 'the file is damaged or cut off',
  'not-a-word-document': 'the file is no Word document',
  'has-macros': 'the document has macros',
  encrypted: 'the file is protected by a password',
  'too-many': 'more files came in one sending than are read; this one was not kept',
  'too-much-inside': 'the document is far larger unpacked than a document is',
} as const;
export type AttachmentFault = keyof typeof attachmentFaults;

/** `details.reason` is the fault, `details.name` the safe name of the file. */
export class AttachmentRefused extends DomainError {
  constructor(reason: AttachmentFault, name?: string) {
    super('attachment-refused', attachmentFaults[reason], { reason, ...(name === undefined ? {} : { name }) });
  }
}
