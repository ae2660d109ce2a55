import type { IdentityLevel } from '#lib/time-limits';
import { RemarkNotAcceptable, SenderNotConfirmed } from './refusals.js';
import { contentFaults, type RemarkContent } from './remark-content.js';
import { contactFaults, type Sender, senderFaults } from './sender.js';
import { confirmationFault } from './sender-confirmation.js';

/** What of a discussion decides whether it can take a remark. */
export interface Demands {
  readonly id: string;
  readonly clauses: ReadonlySet<string>;
  readonly identity: IdentityLevel;
}

/**
 * An online remark that the discussion can take (REQ-30 ff.).
 * @throws RemarkNotAcceptable with everything that is wrong with it; SenderNotConfirmed when nothing else is
 */
export function assertAcceptable(
  { content, sender }: { readonly content: RemarkContent; readonly sender: Sender },
  { id, clauses, identity }: Demands,
): void {
  const faults = [...contentFaults(content, clauses), ...senderFaults(sender), ...contactFaults(sender, identity)];
  if (faults.length > 0) throw new RemarkNotAcceptable(faults);
  const fault = confirmationFault(sender, identity, id);
  if (fault) throw new SenderNotConfirmed(identity, fault);
}
