import { isWritableText } from '#lib/kernel';
import type { DecisionReason } from '#lib/time-limits';
import { blanksIn } from './blanks.js';

/** A ground to start from, kept by a body for its officers. */
export interface GroundTemplate {
  /** What the officers call it; up to 120 characters. */
  readonly name: string;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
}

export interface GroundTemplateFault {
  readonly field: keyof GroundTemplate;
  readonly fault: 'missing' | 'too-long' | 'not-text' | 'reason-unknown' | 'no-blank';
}

const NAME_LIMIT = 120;
const TEMPLATE_LIMIT = 5_000;

/**
 * Everything that is wrong with a template; empty when it may be kept. Each text has a blank to complete for the remark at hand:
 * a ground that fits every remark as it stands is a stock answer, not a template (REQ-53).
 * @param reasons those of the profiles in use
 */
export function groundTemplateFaults(
  template: GroundTemplate,
  reasons: readonly Pick<DecisionReason, 'code'>[],
): GroundTemplateFault[] {
  const faults = (['name', 'groundKk', 'groundRu'] as const).flatMap((field): GroundTemplateFault[] => {
    const text = template[field].trim();
    if (text === '') return [{ field, fault: 'missing' }];
    if (!isWritableText(text)) return [{ field, fault: 'not-text' }];
    if (Array.from(text).length > (field === 'name' ? NAME_LIMIT : TEMPLATE_LIMIT))
      return [{ field, fault: 'too-long' }];
    return field !== 'name' && blanksIn(text).length === 0 ? [{ field, fault: 'no-blank' }] : [];
  });
  const isKnown = reasons.some(({ code }) => code === template.reasonCode);
  return isKnown ? faults : [...faults, { field: 'reasonCode', fault: 'reason-unknown' }];
}
