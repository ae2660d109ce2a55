/**
 * The pages of the form for a new remark, in their order: one thing on each, and all of it once more before it is sent. The last is
 * there only where the sender signs the remark (decision 34).
 */
export const remarkSteps = ['parts', 'words', 'files', 'sender', 'public', 'check', 'sign'] as const;
export type RemarkStep = (typeof remarkSteps)[number];

/** What is asked on each page, by the names of the fields; everything else travels with it unseen. */
const asked: Readonly<Record<RemarkStep, readonly string[]>> = {
  parts: ['anchors'],
  words: ['kind', 'text', 'proposedWording'],
  files: ['files', 'kept'],
  sender: ['senderKind', 'name', 'organisation', 'bin', 'ground', 'email', 'confirmation'],
  public: ['nameConsent'],
  check: [],
  sign: ['signature'],
};

export const fieldsOn = (step: RemarkStep): readonly string[] => asked[step];

/** Every field in the order of the pages, after the key under which the whole is sent. */
export const everyField: readonly string[] = ['key', ...remarkSteps.flatMap(fieldsOn)];

/** The page on which a field is mended; undefined for what is on none. */
export const stepOf = (field: string): RemarkStep | undefined =>
  remarkSteps.find((step) => asked[step].includes(field));

export const isAfter = (step: RemarkStep, other: RemarkStep): boolean =>
  remarkSteps.indexOf(step) > remarkSteps.indexOf(other);

/** The pages before and after; undefined at the ends. */
export const beforeStep = (step: RemarkStep): RemarkStep | undefined => remarkSteps[remarkSteps.indexOf(step) - 1];
export const nextStep = (step: RemarkStep, isSigned: boolean): RemarkStep | undefined =>
  step === 'check' && !isSigned ? undefined : remarkSteps[remarkSteps.indexOf(step) + 1];

export const stepCount = (isSigned: boolean): number => remarkSteps.length - (isSigned ? 0 : 1);
