import { DataOfSubject } from '#lib/discussion';
import { Body, Controller, Header, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { download } from '../../request/download.js';
import { Public } from '../../rights/public.js';

/** What is kept about a sender, as a file; the secret comes in the body, so the address is of no use to anybody else. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/own-data`)
export class OwnDataPage {
  constructor(private readonly dataOfSubject: DataOfSubject) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async save(@Body() body: unknown): Promise<StreamableFile> {
    const form = new Form(body);
    const data = await this.dataOfSubject.execute({ number: form.text('number'), secret: form.text('secret') });
    const content = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
    const name = `talqy-own-data-${data.remark.number}.json`;
    return download({ name, mediaType: 'application/json; charset=utf-8', size: content.length, content });
  }
}
