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
  /** What it had to keep to: the number or the day that was passed, or the zone of its family. */
  readonly bound?: number | string;
}
