import type { IdentityLevel } from '#lib/time-limits';
import type { Fault } from './fault.js';
import { RemarkNotAcceptable, SenderNotConfirmed } from './refusals.js';
import { contentFaults, type RemarkContent } from './remark-content.js';
import { contactFaults, type Sender, senderFaults } from './sender.js';
import { confirmationFault } from './sender-confirmation.js';
import { SIGNATURE_LIMIT } from './signed-document.js';

/** What of a discussion decides whether it can take a remark. */
export interface Demands {
  readonly id: string;
  readonly clauses: ReadonlySet<string>;
  readonly identity: IdentityLevel;
}

interface Sent {
  readonly content: RemarkContent;
  readonly sender: Sender;
  readonly signature?: Uint8Array;
}

/**
 * An online remark without a fault of its own (REQ-30 ff.), whoever may confirm its sender.
 * @throws RemarkNotAcceptable with everything that is wrong with it
 */
export function assertSound({ content, sender, signature }: Sent, { clauses, identity }: Demands): void {
  const faults = [
    ...contentFaults(content, clauses),
    ...senderFaults(sender),
    ...contactFaults(sender, identity),
    ...signatureFaults(signature),
  ];
  if (faults.length > 0) throw new RemarkNotAcceptable(faults);
}

function signatureFaults(signature: Uint8Array | undefined): Fault[] {
  const isTooLong = signature !== undefined && signature.length > SIGNATURE_LIMIT;
  return isTooLong ? [{ field: 'signature', fault: 'too-long', limit: SIGNATURE_LIMIT }] : [];
}

/** @throws SenderNotConfirmed when the sender is not of the level that the profile asks for (AMB-20) */
export function assertConfirmed(sender: Sender, { id, identity }: Demands): void {
  const fault = confirmationFault(sender, identity, id);
  if (fault) throw new SenderNotConfirmed(identity, fault);
}
