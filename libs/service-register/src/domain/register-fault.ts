/** Why a row of a register file is refused; the text is for the person who mends the file. */
export const registerFaults = {
  'not-readable': 'the row cannot be read',
  'unknown-type': 'the type is none of "body", "service" and "section"',
  'unknown-field': 'there is no such column',
  missing: 'a value is required',
  'too-long': 'the value is too long',
  'control-character': 'the value has a control or direction character',
  'body-code': 'a body code has 1-40 letters, digits, dots, dashes or underscores',
  'service-code': 'a service code has exactly eight digits',
  'section-code': 'a section code has exactly three digits',
  'unknown-kind': 'there is no such kind of body',
  'unknown-authority': 'there is no such authority',
  'not-yes-or-no': 'the value is neither yes nor no',
  'not-a-url': 'the value is no http or https address',
  'not-a-day': 'the value is no day, written YYYY-MM-DD',
  duplicate: 'the code stands twice in the file',
  'unknown-body': 'no body has this code, neither in the file nor in the register',
  'body-not-central': 'only a central state body develops standards (R10.I.2)',
  'authority-taken': 'another body has this authority (R9)',
} as const;

export type RegisterFaultCode = keyof typeof registerFaults;

export interface RegisterFault {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  readonly field?: string;
  readonly code: RegisterFaultCode;
  readonly reason: string;
}

export const registerFault = (line: number, code: RegisterFaultCode, field?: string): RegisterFault => ({
  line,
  ...(field ? { field } : {}),
  code,
  reason: registerFaults[code],
});
