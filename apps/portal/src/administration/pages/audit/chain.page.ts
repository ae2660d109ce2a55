import { type ChainState, LedgerEntries, type Verdict, VerifyLedger } from '#lib/ledger';
import { formatNumber, type Translate } from '#lib/localisation';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { codeRow, row } from '../../../pages-kit/summary-row.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { type ChainModel, chainView } from './audit.view.js';

/** So many entries are walked while a person waits, for about five seconds at worst; more by the command. */
const MOST = 20_000;

/** How far the chain of the ledger goes, and whether it is whole. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/audit/chain`)
export class ChainPage {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly verifyLedger: VerifyLedger,
  ) {}

  @Get()
  @May('audit.read')
  async show(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const model = modelOf(await this.entries.chain(officer), null, visit);
    return visit.show(chainView, model, { title: visit.t('audit.chain-title') });
  }

  @Post()
  @May('audit.read')
  async verify(@Visit() visit: PageVisit, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const chain = await this.entries.chain(officer);
    const verdict = chain.sealed > MOST ? null : verdictWords(await this.verifyLedger.execute(), visit.t);
    const facts = { title: visit.t('audit.chain-title') };
    return visit.show(chainView, modelOf(chain, verdict, visit), facts);
  }
}

function verdictWords(verdict: Verdict, t: Translate): NonNullable<ChainModel['verdict']> {
  if (verdict.whole) return { isWhole: true, text: t('audit.chain-whole', { entries: verdict.entries }) };
  const fault = t(`audit.fault-${verdict.kind}`);
  return { isWhole: false, text: t('audit.chain-broken', { number: String(verdict.sequence), fault }) };
}

const modelOf = (chain: ChainState, verdict: ChainModel['verdict'], visit: PageVisit): ChainModel => {
  const { t, language } = visit;
  return {
    back: { href: visit.to('officer/audit'), text: t('audit.title') },
    rows: [
      row(t('audit.chain-sealed'), formatNumber(chain.sealed, language)),
      row(t('audit.chain-pending'), formatNumber(chain.pending, language)),
      codeRow(t('audit.chain-head'), chain.head ?? '–'),
    ],
    verdict,
    action: chain.sealed > MOST ? null : visit.to('officer/audit/chain'),
    tooLong: t('audit.chain-long', { most: MOST }),
    command: 'talqy verify',
  };
};
