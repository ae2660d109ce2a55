import { AssignRemarks, ClaimRemarks, ConfirmDecisions, FlagRemarks } from '#lib/consideration';
import { DomainError, isLegalDay } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import type { OfficerActor } from '../../../rights/person.js';

interface Told {
  readonly errors: FormErrors;
  readonly t: Translate;
}

const acts = ['claim', 'release', 'assign', 'flag', 'unflag', 'confirm'] as const;
type Act = (typeof acts)[number];

/** What an officer does to remarks of the queue, one or many, by the button `act` of a form. */
@Injectable()
export class QueueActs {
  constructor(
    private readonly claimRemarks: ClaimRemarks,
    private readonly assignRemarks: AssignRemarks,
    private readonly flagRemarks: FlagRemarks,
    private readonly confirmDecisions: ConfirmDecisions,
  ) {}

  /** @returns the word of what was done, for the next address; undefined when `errors` say why not */
  async carryOut(
    form: Form,
    remarkIds: readonly string[],
    officer: OfficerActor,
    told: Told,
  ): Promise<string | undefined> {
    const act = form.oneOf('act', acts);
    if (!act) {
      told.errors.add('act', told.t('work.act-missing'));
      return undefined;
    }
    try {
      return await this.act(act, form, remarkIds, officer, told);
    } catch (error) {
      if (!(error instanceof DomainError) || !addWorkFault(error, told)) throw error;
      return undefined;
    }
  }

  private async act(act: Act, form: Form, remarkIds: readonly string[], officer: OfficerActor, { errors, t }: Told) {
    if (act === 'claim') {
      await this.claimRemarks.execute({ remarkIds }, officer);
      return 'claimed';
    }
    if (act === 'release') {
      await this.assignRemarks.execute({ remarkIds, officerId: null }, officer);
      return 'released';
    }
    if (act === 'confirm') {
      await this.confirmDecisions.execute({ remarkIds }, officer);
      return 'stood';
    }
    if (act !== 'assign') {
      await this.flagRemarks.execute({ remarkIds, isFlagged: act === 'flag' }, officer);
      return act === 'flag' ? 'flagged' : 'unflagged';
    }
    const [officerId, due] = [form.text('officer'), form.text('due')];
    if (officerId === '') errors.add('officer', t('work.officer-missing'));
    if (due !== '' && !isLegalDay(due)) errors.add('due', t('work.due-wrong'));
    if (!errors.isEmpty) return undefined;
    await this.assignRemarks.execute({ remarkIds, officerId, ...(isLegalDay(due) ? { dueOn: due } : {}) }, officer);
    return 'assigned';
  }
}

/** @returns whether the error is one that the form can say */
function addWorkFault({ code, details }: DomainError, { errors, t }: Told): boolean {
  if (code === 'conflict' && typeof details['name'] === 'string') {
    errors.add('act', t('work.taken', { name: details['name'], number: String(details['number']) }));
  } else if (code === 'invalid-input') errors.add('officer', t('work.officer-unknown'));
  else if (code === 'not-allowed' || code === 'wrong-state') errors.add('act', t('work.not-confirmable'));
  else return false;
  return true;
}
