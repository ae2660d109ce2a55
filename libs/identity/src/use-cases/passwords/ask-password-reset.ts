import { Database, type Transaction, Transactions } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { newId, system } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { linkHash, newToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { accountAddress } from '../../domain/officer-facts.js';
import { passwordResetAsked } from '../../events.js';
import { aboutReset } from '../../mailed-link.js';
import { Officers } from '../../persistence/officers.js';
import { PasswordResets } from '../../persistence/password-resets.js';
import { Sealing } from '../../sealing.js';

@Injectable()
export class ResetLetters {
  constructor(
    private readonly resets: PasswordResets,
    private readonly sealing: Sealing,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async within(tx: Transaction, officerId: string): Promise<void> {
    const [id, token] = [newId(), newToken()];
    const link = { tokenHash: linkHash(token), sealedToken: this.sealing.seal(token, aboutReset(id)) };
    if (!(await this.resets.insert(tx, { id, officerId, ...link }))) return;
    await this.ledger.record(tx, {
      actor: system('portal'),
      act: 'officer.password-reset-asked',
      subject: { kind: 'officer', id: officerId },
    });
    await this.outbox.emit(tx, passwordResetAsked, { resetId: id });
  }
}

@Injectable()
export class AskPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly letters: ResetLetters,
  ) {}

  /**
   * Sends a link, good once and for an hour, to the address when it has an active account; three letters an hour at most. Whether
   * there is an account cannot be told by the answer. Whom a provider alone lets in gets no letter.
   */
  async execute(email: string): Promise<void> {
    const address = accountAddress(email);
    const account = address.includes('\0') ? undefined : await this.officers.byAddress(this.database, address);
    if (account?.hasPassword) await this.transactions.run((tx) => this.letters.within(tx, account.id));
  }
}
