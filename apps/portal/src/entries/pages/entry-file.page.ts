import { StoredFiles } from '#lib/files';
import { NotFound } from '#lib/identity';
import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LANGUAGE } from '../../pages-kit/language.js';
import { download } from '../../request/download.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { OwnEntries } from '../own-entries.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/entries/:entryId/files/:fileId`)
export class EntryFilePage {
  constructor(
    private readonly own: OwnEntries,
    private readonly files: StoredFiles,
  ) {}

  /** A scan or an enclosure, for officials of the developing body only. */
  @Get()
  @May('entry.read')
  @Header('cache-control', 'no-store')
  async save(
    @Param() { id, entryId, fileId }: { id: string; entryId: string; fileId: string },
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    const { scans, attachments } = await this.own.of(id, entryId, officer);
    if (![...scans, ...attachments].some((file) => file.fileId === fileId)) throw new NotFound('file');
    return download(await this.files.read(fileId));
  }
}
