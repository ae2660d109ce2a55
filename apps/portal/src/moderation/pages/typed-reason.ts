import type { HidingReason } from '#lib/discussion';
import type { Form } from '../../pages-kit/form.js';

/** Why a text, or passages of it, are to be kept from the public, as it was typed. */
export const typedReason = (form: Form): HidingReason => ({
  ground: form.text('ground'),
  explanationKk: form.text('explanationKk'),
  explanationRu: form.text('explanationRu'),
});
