import { ConfirmDecisions, WriteNote } from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { QueueActs } from '../queue/queue-acts.js';
import { withQueue } from '../queue/queue-search.js';
import { type OpenRemark, RemarkPages } from './remark-pages.js';

/** What officers do with a remark besides deciding on it. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number`)
export class RemarkWorkPage {
  constructor(
    private readonly pages: RemarkPages,
    private readonly acts: QueueActs,
    private readonly writeNote: WriteNote,
    private readonly confirmDecisions: ConfirmDecisions,
  ) {}

  @Post('work')
  @May('work.share')
  async work(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const open = await this.pages.open(visit, number, form, officer);
    const errors = new FormErrors();
    const done = await this.acts.carryOut(form, [open.reading.remark.id], officer, { errors, t: visit.t });
    return done ? back(open, done) : this.pages.show(open, { errors });
  }

  @Post('notes')
  @May('work.share')
  async note(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const open = await this.pages.open(visit, number, form, officer);
    const note = { note: form.text('note'), mentions: form.list('mentions') };
    if (form.changesLanguage) return this.pages.show(open, { note });
    const input = { remarkId: open.reading.remark.id, text: note.note, mentions: note.mentions };
    try {
      await this.writeNote.execute(input, officer);
      return back(open, 'noted');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
      const errors = new FormErrors();
      errors.add('note', visit.t(note.note === '' ? 'work.note-missing' : 'work.note-refused'));
      return this.pages.show(open, { note, errors });
    }
  }

  @Post('confirmation')
  @May('decision.confirm')
  async confirm(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const open = await this.pages.open(visit, number, new Form(body), officer);
    await this.confirmDecisions.execute({ remarkIds: [open.reading.remark.id] }, officer);
    return back(open, 'stood');
  }
}

const back = ({ visit, reading, queue }: OpenRemark, done: string): PageAnswer =>
  visit.go(withQueue(`officer/remarks/${reading.remark.number}?done=${done}`, queue));
