import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view } from '../../../pages-kit/view.js';
import type { KeptForm } from './kept-form.js';

export interface ConfirmModel extends FormModel {
  readonly action: string;
  readonly asksCode: boolean;
  /** Where to go on, when nothing was being sent. */
  readonly next: string;
  /** Where the form that waits goes, and its fields as one text; both empty when there is none. */
  readonly keptAction: string;
  readonly kept: string;
}

export const confirmView = view<ConfirmModel>('identity/confirm');

export const resumeView = view<KeptForm>('identity/resume');
