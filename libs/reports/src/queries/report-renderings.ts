import { Database } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Rendering, RenderingFormat, RenderingLanguage } from '../rendering/rendering.js';
import { sha256 } from '../data-hash.js';

export interface RenderingRequest {
  readonly reportId: string;
  readonly format: RenderingFormat;
  /** JSON and CSV are one file for all languages. */
  readonly language: RenderingLanguage;
}

@Injectable()
export class ReportRenderings {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /**
   * A stored document of a report, byte for byte: to everybody once published, before that to officials of the own body.
   * @throws DomainError `not-found`
   * @throws Error when the stored bytes are not those that were recorded
   */
  async read(request: RenderingRequest, actor: Actor): Promise<Rendering> {
    const { reportId, format } = request;
    const language = format === 'DOCX' ? request.language : 'mul';
    const [row] = isId(reportId)
      ? await this.database.query<{ fileId: string; sha256: string }>(
          `select g.file_id as "fileId", encode(g.sha256, 'hex') as sha256
             from report_rendering g
             join report r on r.id = g.report_id
             join discussion s on s.id = r.discussion_id
             join procedure p on p.id = s.procedure_id
            where g.report_id = $1 and g.format = $2 and g.language = $3
              and (r.state = 'PUBLISHED' or p.developer_id = $4)`,
          [reportId, format, language, actor.kind === 'officer' ? actor.bodyId : null],
        )
      : [];
    if (!row) throw new DomainError('not-found', 'there is no such document', { ...request });
    const { name, mediaType, content } = await this.files.read(row.fileId);
    if (sha256(content) !== row.sha256)
      throw new Error(`file ${row.fileId} of report ${reportId} is not what was stored`);
    return { format, language, name, mediaType, content };
  }
}
