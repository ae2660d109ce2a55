import type { Language } from '#lib/kernel';
import type { FormModel } from '../../../pages-kit/form-errors.js';
import { view, type View } from '../../../pages-kit/view.js';
import type { fileLimits } from '../../file-limits.js';
import type { SenderConfirmation } from '../confirmed-sender.js';
import type { Countdown } from '../countdown.js';
import type { PersonalNotice } from '../personal-notice.js';
import type { TypedRemark } from '../remark-form.js';
import type { CheckItem } from '../remark-form.view.js';
import type { CarriedField } from './carried-fields.js';
import type { CheckSection } from './check-sections.js';
import type { RemarkStep } from './steps.js';

export interface RemarkStepModel extends FormModel {
  readonly step: RemarkStep;
  /** Away from the form, where nothing is typed yet. */
  readonly back: { readonly href: string; readonly text: string } | null;
  /** "Step 2 of 6". */
  readonly progress: string;
  readonly heading: string;
  readonly title: string;
  readonly titleLanguage: Language;
  readonly close: string;
  /** Said on every page when little time is left. */
  readonly hurry: Countdown | null;
  /** Whether the term has ended: what is sent now is late (R8.4). */
  readonly isOver: boolean;
  /** Where the page is sent by its first button, and what that button says. */
  readonly action: string;
  readonly next: string;
  /** Whether that button sends the remark. */
  readonly isLast: boolean;
  /** The page before, by a button that takes along what is typed; null on the first, and where only one thing is changed. */
  readonly previous: string | null;
  readonly hasFiles: boolean;
  /** For the script that keeps what is typed on this device; `{at}` is left for it as %. */
  readonly draft: { readonly id: string; readonly pages: string; readonly found: string };
  /** For the script that sends files as they are chosen; names are left for it as %f, percent as %p. */
  readonly uploads: {
    readonly action: string;
    readonly sending: string;
    readonly received: string;
    readonly failed: string;
  };
  readonly hidden: readonly CarriedField[];
  readonly values: TypedRemark;
  readonly clauses: readonly CheckItem[];
  readonly textLimit: number;
  /** How many files it takes, and how large. */
  readonly fileLimits: typeof fileLimits;
  readonly kept: readonly CheckItem[];
  /** The identity provider that may confirm the sender; null when there is none. */
  readonly confirmation: SenderConfirmation | null;
  /** Goes on without the confirmation, with everything that is typed. */
  readonly forgetAction: string;
  /** Where the document to sign is had, and how large the signature may be. */
  readonly signing: { readonly document: string; readonly limit: string };
  /** On the page before it is sent: each answer with the page on which it is changed. */
  readonly sections: readonly CheckSection[];
  /** On the last page: the faults, each with the page on which it is mended; null for one that needs no other page. */
  readonly mends: readonly { readonly text: string; readonly action: string | null }[];
  /** On the last page: personal data found in the text, to be looked at before it is sent; null for none. */
  readonly personal: PersonalNotice | null;
}

const views: Readonly<Record<RemarkStep, View<RemarkStepModel>>> = {
  parts: view('discussion/remark/parts'),
  words: view('discussion/remark/words'),
  files: view('discussion/remark/files'),
  sender: view('discussion/remark/sender'),
  public: view('discussion/remark/public'),
  check: view('discussion/remark/check'),
  sign: view('discussion/remark/sign'),
};

export const stepView = (step: RemarkStep): View<RemarkStepModel> => views[step];
