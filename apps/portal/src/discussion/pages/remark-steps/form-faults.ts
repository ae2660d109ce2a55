import { contentFaults, type DiscussionDetails, senderFaults } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { profileById } from '#lib/time-limits';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { addFaultsOf, addFileFaults } from '../remark-faults.js';
import { contentOf, senderOf } from '../remark-form.js';
import type { FilledRemark } from './filled-remark.js';

/** Everything that is wrong with a remark as it is typed so far, by the rules by which it is judged when it is sent. */
export function formFaults(
  filled: Omit<FilledRemark, 'form'>,
  discussion: Pick<DiscussionDetails, 'profileId'>,
  clauses: readonly StoredClause[],
  { language, t }: PageVisit,
): FormErrors {
  const { typed } = filled;
  const errors = new FormErrors();
  const content = contentOf(typed, language, errors, t);
  const sender = senderOf(typed, profileById(discussion.profileId).identity, errors, t);
  const known = new Set(clauses.map(({ lineageId }) => lineageId));
  addFaultsOf([...contentFaults(content, known), ...senderFaults(sender)], errors, t);
  addFileFaults(filled, errors, t);
  return errors;
}
