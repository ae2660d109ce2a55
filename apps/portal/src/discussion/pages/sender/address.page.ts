import { AskAddressConfirmation, DiscussionById, type DiscussionDetails, takesMailbox } from '#lib/discussion';
import { SendersProvider } from '#lib/identity';
import { isId } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors, type FormModel, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { addFaults } from '../remark-faults.js';
import { standingOf } from '../standing.js';
import { atClause, type GateModel, gateModel } from './gate-model.js';

interface AddressModel extends GateModel, FormModel {
  readonly action: string;
  /** Lineage id of the clause at which the form was opened. */
  readonly clause: string | null;
  readonly email: string;
  /** A letter was asked for, whether or not one goes. */
  readonly isAsked: boolean;
  /** The other way, where a provider may confirm senders. */
  readonly provider: { readonly href: string; readonly text: string } | null;
}

const addressView = view<AddressModel>('discussion/sender/address');

/** Before a remark where the profile asks for a confirmed address (AMB-20): the mailbox is asked by a letter. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/sender/address`)
export class SenderAddressPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly askConfirmation: AskAddressConfirmation,
    private readonly provider: SendersProvider,
  ) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query('clause') clause?: string,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const elsewhere = this.elsewhere(visit, discussion);
    if (elsewhere) return elsewhere;
    return page(visit, { ...this.model(visit, discussion, clause), ...noErrors, email: '', isAsked: false });
  }

  /** The same answer whether or not a letter goes: nobody learns from it what was sent to whom. */
  @Post()
  @Public()
  @Limited('sender-address')
  async ask(@Visit() visit: PageVisit, @Param('id') id: string, @Body() body: unknown): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const elsewhere = this.elsewhere(visit, discussion);
    if (elsewhere) return elsewhere;
    const form = new Form(body);
    const [email, clause] = [form.text('email'), form.text('clause')];
    const errors = new FormErrors();
    const common = { ...this.model(visit, discussion, clause), ...noErrors };
    if (form.changesLanguage) return page(visit, { ...common, email, isAsked: false });
    try {
      const asked = { discussionId: id, address: email, language: visit.language };
      await this.askConfirmation.execute({ ...asked, ...(isId(clause) ? { clauseId: clause } : {}) });
      return page(visit, { ...common, email: '', isAsked: true });
    } catch (error) {
      if (!addFaults(error, errors, visit.t)) throw error;
      return page(visit, { ...common, ...withErrors(errors), email, isAsked: false });
    }
  }

  /** Where nothing is taken, or no address is asked for. */
  private elsewhere(visit: PageVisit, discussion: DiscussionDetails): PageAnswer | undefined {
    if (standingOf(discussion) !== 'open') return visit.go(`discussions/${discussion.id}`);
    const { identity } = profileById(discussion.profileId);
    return takesMailbox(identity) ? undefined : visit.go(`discussions/${discussion.id}/remark`);
  }

  private model(visit: PageVisit, discussion: DiscussionDetails, clause?: unknown) {
    const { name: provider } = this.provider;
    const here = visit.to(`discussions/${discussion.id}/sender`);
    return {
      ...gateModel(visit, discussion),
      action: `${here}/address`,
      clause: typeof clause === 'string' && isId(clause) ? clause : null,
      provider:
        provider === undefined
          ? null
          : { href: `${here}${atClause(clause)}`, text: visit.t('sender.confirm', { provider }) },
    };
  }
}

function page(visit: PageVisit, model: AddressModel): PageAnswer {
  const carried = model.isAsked ? {} : { carried: { id: 'address', address: model.action } };
  return visit.showForm(addressView, model, { title: visit.t('sender.address-title'), ...carried });
}
