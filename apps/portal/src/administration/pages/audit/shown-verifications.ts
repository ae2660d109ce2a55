import { Colleagues } from '#lib/identity';
import { type Verdict, Verifications } from '#lib/ledger';
import { OFFICE_ZONE, type Translate } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { actorWords, officersAmong } from './act-words.js';
import type { ShownVerdict, ShownVerification } from './audit.view.js';

/** What verifications of the chain found, in words. */
@Injectable()
export class ShownVerifications {
  constructor(
    private readonly verifications: Verifications,
    private readonly colleagues: Colleagues,
  ) {}

  /** null before the first. */
  async last(visit: PageVisit, officer: OfficerActor): Promise<ShownVerification | null> {
    const { t } = visit;
    const last = await this.verifications.last(officer);
    if (!last) return null;
    const names = await this.colleagues.namesOf(officersAmong([last.actor]));
    const made = { at: visit.when(last.at, OFFICE_ZONE), who: actorWords(last.actor, names, t) };
    return { made: t('audit.chain-last', made), ...verdictWords(last, t) };
  }
}

export function verdictWords({ broken, entries }: Pick<Verdict, 'broken' | 'entries'>, t: Translate): ShownVerdict {
  if (!broken) return { isWhole: true, text: t('audit.chain-whole', { entries }) };
  const fault = t(`audit.fault-${broken.fault}`);
  return { isWhole: false, text: t('audit.chain-broken', { number: String(broken.sequence), fault }) };
}
