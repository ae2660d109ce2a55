import { CLOCK, type Clock } from '#lib/kernel';
import { mayDevelopStandards, type PublicService, StateBodies } from '#lib/service-register';
import { rulesOfFamily } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import {
  type NewProcedure,
  procedureKinds,
  type ProcedureRefusal,
  procedureRefusals,
} from '../domain/new-procedure.js';

/** What somebody wants to open, before it is known whether it can be. */
type Wanted = Pick<NewProcedure, 'kind' | 'title' | 'profileFamily'> & {
  readonly developerId: string;
  readonly serviceCode?: string;
};

/** Why the dossier of a draft may not be opened. */
@Injectable()
export class ProcedureObstacles {
  constructor(
    private readonly bodies: StateBodies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Every reason with its clause; none = it may.
   * @param service the register entry of the wanted code, when there is one
   */
  async of(wanted: Wanted, service: PublicService | undefined): Promise<ProcedureRefusal[]> {
    const developer = await this.bodies.byId(wanted.developerId);
    const rules = rulesOfFamily(wanted.profileFamily, this.clock.now());
    if (!procedureKinds.includes(wanted.kind)) return [{ refusal: 'kind-unknown', clause: 'R5' }];
    if (!rules) return [{ refusal: 'profile-unknown', clause: 'R1' }];
    if (!developer) return [{ refusal: 'developer-unknown', clause: 'R10.I.2' }];
    if (wanted.serviceCode !== undefined && !service) return [{ refusal: 'no-register-entry', clause: 'R5' }];
    return procedureRefusals({
      ...wanted,
      languages: rules.draftLanguages,
      service,
      developer: { id: developer.id, mayDevelopStandards: mayDevelopStandards(developer.kind) },
    });
  }
}
