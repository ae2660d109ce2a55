import type { KeptFile } from '../../attachments.js';
import type { TypedRemark } from '../remark-form.js';

export interface CarriedField {
  readonly name: string;
  readonly value: string;
}

/**
 * A remark as it was typed, as the fields of a form: so it goes from page to page without a trace on the server. The ticket of a
 * remark that had to wait goes with that remark alone, and so does a signature.
 */
export function carriedFields(typed: TypedRemark, files: readonly KeptFile[]): CarriedField[] {
  const { anchors, nameConsent, ticket: _, proof: __, signature: ___, ...texts } = typed;
  return [
    ...Object.entries(texts).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
    ...anchors.map((value) => ({ name: 'anchors', value })),
    ...(nameConsent ? [{ name: 'nameConsent', value: 'yes' }] : []),
    ...files.map(({ id }) => ({ name: 'kept', value: id })),
  ];
}
