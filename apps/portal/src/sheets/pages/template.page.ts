import { IntakeTemplate } from '#lib/sheets';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { savedSheet } from '../saved-sheet.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/remarks.xlsx`)
export class TemplatePage {
  constructor(private readonly template: IntakeTemplate) {}

  /** An empty sheet by which an organisation sends many remarks at once. */
  @Get()
  @Public()
  async save(@Visit() visit: PageVisit, @Param('id') id: string): Promise<StreamableFile> {
    return savedSheet(await this.template.of(id, visit.language));
  }
}
