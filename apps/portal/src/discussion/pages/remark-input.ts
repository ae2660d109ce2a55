import type { DiscussionDetails, SubmitRemarkInput } from '#lib/discussion';
import { profileById } from '#lib/time-limits';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { contentOf, senderOf } from './remark-form.js';
import type { FilledRemark } from './remark-steps/filled-remark.js';

/** A form as it is sent, but for what confirms its sender; what is missing is named in `errors`. */
export function remarkInput(
  { typed, files }: Pick<FilledRemark, 'typed' | 'files'>,
  { id, profileId }: Pick<DiscussionDetails, 'id' | 'profileId'>,
  { language, t }: PageVisit,
  errors: FormErrors,
): SubmitRemarkInput {
  return {
    discussionId: id,
    channel: 'PORTAL',
    idempotencyKey: typed.key,
    content: contentOf(typed, language, errors, t),
    sender: senderOf(typed, profileById(profileId).identity, errors, t),
    hasNameConsent: typed.nameConsent,
    attachments: files.map((file) => file.id),
    ...(typed.signature ? { signature: Buffer.from(typed.signature, 'base64') } : {}),
  };
}
