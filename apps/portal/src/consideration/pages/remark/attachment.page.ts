import { StoredFiles } from '#lib/files';
import { NotFound } from '#lib/identity';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { download } from '../../../request/download.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { OwnRemarks } from '../../own-remarks.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number/files/:fileId`)
export class AttachmentPage {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly files: StoredFiles,
  ) {}

  /** A file of the sender, for the developing body's officials only, to be saved and never shown in this site's origin. */
  @Get()
  @May('work.read')
  @Header('cache-control', 'no-store')
  async save(
    @Param('number') number: string,
    @Param('fileId') fileId: string,
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    const { remark } = await this.remarks.of(number, officer);
    if (!remark.attachments.some((file) => file.fileId === fileId)) throw new NotFound('file');
    return download(await this.files.read(fileId));
  }
}
