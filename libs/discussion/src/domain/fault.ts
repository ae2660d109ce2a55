/** One thing wrong with what was entered; pages and problem+json put it beside the field. */
export interface Fault {
  readonly field: string;
  readonly fault:
    | 'missing'
    | 'too-short'
    | 'too-long'
    | 'not-text'
    | 'repeated'
    | 'not-of-this-draft'
    | 'malformed'
    | 'in-the-future'
    | 'after-arrival'
    | 'unknown';
  readonly limit?: number;
}
