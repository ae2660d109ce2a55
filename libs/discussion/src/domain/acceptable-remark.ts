import type { IdentityLevel } from '#lib/time-limits';
import { RemarkNotAcceptable } from './refusals.js';
import { contentFaults, type RemarkContent } from './remark-content.js';
import { contactFaults, type Sender, senderFaults } from './sender.js';

/**
 * An online remark that the discussion can take (REQ-30 ff.).
 * @throws RemarkNotAcceptable with everything that is wrong with it
 */
export function assertAcceptable(
  { content, sender }: { readonly content: RemarkContent; readonly sender: Sender },
  { clauses, identity }: { readonly clauses: ReadonlySet<string>; readonly identity: IdentityLevel },
): void {
  const faults = [...contentFaults(content, clauses), ...senderFaults(sender), ...contactFaults(sender, identity)];
  if (faults.length > 0) throw new RemarkNotAcceptable(faults);
}
