import { Transactions } from '#lib/database';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError, type Multilingual } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { PublicServices } from '#lib/service-register';
import type { ProfileFamily } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { ProcedureKind, ProcedureRefusal } from '../domain/new-procedure.js';
import { Procedures } from '../persistence/procedures.js';
import { ProcedureObstacles } from '../queries/procedure-obstacles.js';

export interface CreateProcedureInput {
  readonly kind: ProcedureKind;
  /** Eight digits; a new standard needs it. */
  readonly serviceCode?: string;
  readonly developerId: string;
  readonly title: Multilingual;
  readonly profileFamily: ProfileFamily;
}

/** `details.refusals` lists every reason with its clause. */
export class ProcedureRefused extends DomainError {
  constructor(refusals: readonly ProcedureRefusal[]) {
    super('invalid-input', `the procedure may not begin: ${refusals.map(({ refusal }) => refusal).join(', ')}`, {
      refusals,
    });
  }
}

@Injectable()
export class CreateProcedure {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly services: PublicServices,
    private readonly obstacles: ProcedureObstacles,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Opens the dossier of one draft, in REGISTERED (R5, REQ-01, REQ-02, REQ-11, REQ-12).
   * @returns its id
   * @throws NotAllowed unless an officer or the system acts; NotFound for another body's developer
   * @throws ProcedureRefused with every reason; StandardAlreadyDrafted when the service has a standard
   */
  async execute(input: CreateProcedureInput, actor: Actor): Promise<string> {
    requireRole(actor, 'officer');
    requireOwnBody(actor, input.developerId, 'state body');
    const service = input.serviceCode === undefined ? undefined : await this.services.byCode(input.serviceCode);
    const refusals = await this.obstacles.of(input, service);
    if (refusals.length > 0) throw new ProcedureRefused(refusals);
    const { kind, developerId, title, profileFamily } = input;
    return this.transactions.run(async (tx) => {
      const begun = { kind, developerId, title: trimmed(title), profileFamily, serviceId: service?.id ?? null };
      const id = await this.procedures.begin(tx, begun);
      await this.ledger.record(tx, {
        actor,
        act: 'procedure.created',
        subject: { kind: 'procedure', id },
        data: { kind, profileFamily, developerId, serviceCode: service?.code ?? null },
      });
      return id;
    });
  }
}

const trimmed = ({ kk, ru, en }: Multilingual): Multilingual => ({
  kk: kk.normalize('NFC').trim(),
  ru: ru.normalize('NFC').trim(),
  ...(en === undefined ? {} : { en: en.normalize('NFC').trim() }),
});
