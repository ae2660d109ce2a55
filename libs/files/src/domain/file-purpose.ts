/**
 * What a file is kept for: a remark's attachment, a scan of paper, a document we made, a proof of placement, a draft, a
 * detached signature, a sheet that came back filled in.
 */
export const filePurposes = ['ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE', 'SHEET'] as const;
export type FilePurpose = (typeof filePurposes)[number];
