import { Transactions } from '#lib/database';
import { type Actor, DomainError, type Language, type Role } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { accountAddress, type OfficerFault, officerFaults } from '../domain/officer-facts.js';
import { requireRole } from '../domain/rights.js';
import { isLeakedPassword } from '../leaked-passwords.js';
import { hashPassword } from '../passwords.js';
import { Officers } from '../persistence/officers.js';

export interface CreateOfficerInput {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  /** Of the pages and mails; Kazakh when not given. */
  readonly language?: Language;
}

/** `details.faults` names each field at fault. */
export class OfficerNotCreated extends DomainError {
  constructor(faults: readonly OfficerFault[]) {
    super(
      'invalid-input',
      `the account was not made: ${faults.map(({ field, fault }) => `${field} ${fault}`).join(', ')}`,
      {
        faults,
      },
    );
  }
}

@Injectable()
export class CreateOfficer {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Makes an account for an official of a state body.
   * @returns the officer's id
   * @throws NotAllowed unless an administrator or the system acts; OfficerNotCreated; AddressTaken; BodyUnknown
   */
  async execute({ password, ...input }: CreateOfficerInput, actor: Actor): Promise<string> {
    requireRole(actor, 'administrator');
    const officer = {
      ...input,
      email: accountAddress(input.email),
      name: input.name.normalize('NFC').trim(),
      roles: [...new Set(input.roles)],
      language: input.language ?? ('kk' as const),
    };
    const faults = officerFaults(officer, password, isLeakedPassword);
    if (faults.length > 0) throw new OfficerNotCreated(faults);
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async (tx) => {
      const id = await this.officers.insert(tx, officer, passwordHash);
      await this.ledger.record(tx, {
        actor,
        act: 'officer.created',
        subject: { kind: 'officer', id },
        data: { bodyId: officer.bodyId, roles: officer.roles },
      });
      return id;
    });
  }
}
