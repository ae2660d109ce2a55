import { Transactions } from '#lib/database';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError, type Language, type Multilingual } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { mayDevelopStandards, type PublicService, PublicServices, StateBodies } from '#lib/service-register';
import { procedureProfiles, type ProfileFamily } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import {
  type ProcedureKind,
  procedureKinds,
  type ProcedureRefusal,
  procedureRefusals,
} from '../domain/new-procedure.js';
import { Procedures } from '../persistence/procedures.js';

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
    private readonly bodies: StateBodies,
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
    const refusals = await this.refusals(input, service);
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

  private async refusals(input: CreateProcedureInput, service?: PublicService): Promise<ProcedureRefusal[]> {
    const developer = await this.bodies.byId(input.developerId);
    const languages = languagesOf(input.profileFamily);
    if (!procedureKinds.includes(input.kind)) return [{ refusal: 'kind-unknown', clause: 'R5' }];
    if (!languages) return [{ refusal: 'profile-unknown', clause: 'R1' }];
    if (!developer) return [{ refusal: 'developer-unknown', clause: 'R10.I.2' }];
    if (input.serviceCode !== undefined && !service) return [{ refusal: 'no-register-entry', clause: 'R5' }];
    return procedureRefusals({
      ...input,
      languages,
      service,
      developer: { id: developer.id, mayDevelopStandards: mayDevelopStandards(developer.kind) },
    });
  }
}

/** Those of the family's newest profile; undefined when there is no such family. */
const languagesOf = (family: ProfileFamily): readonly Language[] | undefined =>
  procedureProfiles.findLast((profile) => profile.family === family)?.draftLanguages;

const trimmed = ({ kk, ru, en }: Multilingual): Multilingual => ({
  kk: kk.normalize('NFC').trim(),
  ru: ru.normalize('NFC').trim(),
  ...(en === undefined ? {} : { en: en.normalize('NFC').trim() }),
});
