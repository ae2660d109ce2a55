import type { DiscussionDetails } from '#lib/discussion';
import type { Form } from '../../../pages-kit/form.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';

/** A queue somebody looks at. */
export interface OpenQueue {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly officer: OfficerActor;
  /** The filter and the place in the list, as in the address. */
  readonly search: Form;
}
