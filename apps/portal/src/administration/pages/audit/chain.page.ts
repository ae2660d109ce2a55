import { type ChainState, CheckChain, LedgerEntries } from '#lib/ledger';
import { formatNumber } from '#lib/localisation';
import { SecurityCounts } from '#lib/security-events';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { codeRow, row } from '../../../pages-kit/summary-row.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { type ChainModel, chainView } from './audit.view.js';
import { ShownVerifications, verdictWords } from './shown-verifications.js';

/** So many entries are walked while a person waits, for about five seconds at worst; more by the command. */
const MOST = 20_000;

/** How far the chain of the ledger goes, and whether it is whole. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/audit/chain`)
export class ChainPage {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly checkChain: CheckChain,
    private readonly verifications: ShownVerifications,
    private readonly securityCounts: SecurityCounts,
  ) {}

  @Get()
  @May('audit.read')
  async show(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    return this.page(await this.entries.chain(officer), null, visit, officer);
  }

  @Post()
  @May('audit.read')
  async verify(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const chain = await this.entries.chain(officer);
    if (chain.sealed > MOST) return this.page(chain, null, visit, officer);
    const found = await this.checkChain.execute(officer);
    if (found.broken) this.securityCounts.add('ledger-broken');
    return this.page(chain, verdictWords(found, visit.t), visit, officer);
  }

  private async page(
    chain: ChainState,
    verdict: ChainModel['verdict'],
    visit: PageVisit,
    officer: OfficerActor,
  ): Promise<PageAnswer> {
    const verified = await this.verifications.last(visit, officer);
    const model: ChainModel = { ...modelOf(chain, visit), verdict, verified };
    return visit.show(chainView, model, { title: visit.t('audit.chain-title') });
  }
}

const modelOf = (chain: ChainState, visit: PageVisit): Omit<ChainModel, 'verdict' | 'verified'> => {
  const { t, language } = visit;
  return {
    back: { href: visit.to('officer/audit'), text: t('audit.title') },
    rows: [
      row(t('audit.chain-sealed'), formatNumber(chain.sealed, language)),
      row(t('audit.chain-pending'), formatNumber(chain.pending, language)),
      codeRow(t('audit.chain-head'), chain.head ?? '–'),
    ],
    action: chain.sealed > MOST ? null : visit.to('officer/audit/chain'),
    tooLong: t('audit.chain-long', { most: MOST }),
    command: 'talqy verify',
  };
};
