import type { PublicService } from '#lib/service-register';
import { PublicServices } from '#lib/service-register';
import { pageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';

/** No body has so many; one that had would name the service by the API. */
const MOST_PAGES = 10;

/** The services of the register that the officer's body is to standardise (R10.I.2). */
@Injectable()
export class OwnServices {
  constructor(private readonly services: PublicServices) {}

  async of({ bodyId }: OfficerActor): Promise<PublicService[]> {
    const found: PublicService[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { items, next } = await this.services.list(pageRequest(100, after), { bodyId });
      found.push(...items);
      if (next === undefined) break;
      after = next;
    }
    return found;
  }
}
