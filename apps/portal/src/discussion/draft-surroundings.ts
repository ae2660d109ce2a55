import type { DiscussionDetails } from '#lib/discussion';
import { type Actor } from '#lib/kernel';
import { type ClockLine, ErrataOf, LegalClock, type VisibleVersion, VisibleVersions } from '#lib/reports';
import { type PublicService, PublicServices, StateBodies, type StateBody } from '#lib/service-register';
import { Injectable } from '@nestjs/common';

/** What stands around a placed draft: its terms, its service, its versions, the corrections of its report. */
export interface Surroundings {
  readonly line: ClockLine | undefined;
  readonly service: PublicService | undefined;
  readonly body: StateBody | undefined;
  readonly versions: readonly VisibleVersion[];
  /** Number of the last published correction; null without one. */
  readonly erratum: number | null;
}

@Injectable()
export class DraftSurroundings {
  constructor(
    private readonly versions: VisibleVersions,
    private readonly clock: LegalClock,
    private readonly errata: ErrataOf,
    private readonly services: PublicServices,
    private readonly bodies: StateBodies,
  ) {}

  async of({ id, procedureId, serviceCode }: DiscussionDetails, actor: Actor): Promise<Surroundings> {
    const [line, service, versions, errata] = await Promise.all([
      this.clock.of(id),
      serviceCode === null ? undefined : this.services.byCode(serviceCode),
      this.versions.of(procedureId, actor),
      this.errata.published(id),
    ]);
    const body = service && (await this.bodies.byId(service.bodyId));
    return { line, service, body, versions, erratum: errata.at(-1)?.number ?? null };
  }
}
