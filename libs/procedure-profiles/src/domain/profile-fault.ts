export type ProfileFaultCode =
  | 'missing'
  | 'too-long'
  | 'hidden-character'
  | 'not-an-id'
  | 'taken'
  | 'not-a-day'
  | 'too-early'
  | 'too-late'
  | 'day-taken'
  | 'not-in-list'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'below-minimum'
  | 'not-an-hour'
  | 'not-a-zone'
  | 'zone-of-family'
  | 'channel-twice'
  | 'too-many';

/** What is wrong with a profile to be; `field` as `term.length`, `title.kk`. */
export interface ProfileFault {
  readonly field: string;
  readonly fault: ProfileFaultCode;
  /** The bound that was passed: a number, or the first day possible. */
  readonly bound?: number | string;
}
