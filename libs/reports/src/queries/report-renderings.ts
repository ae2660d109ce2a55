import { Database } from '#lib/database';
import { type OpenFile, StoredFiles } from '#lib/files';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isPerLanguage, type RenderingFormat, type RenderingLanguage } from '../domain/rendering-kinds.js';
import { checkedStream } from '../checked-stream.js';

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
   * A stored document of a report, byte for byte and piece by piece: to everybody once published, before that to officials of the
   * own body. The stream fails when the bytes are not those that were recorded.
   * @throws DomainError `not-found`
   */
  async open(request: RenderingRequest, actor: Actor): Promise<OpenFile> {
    const { reportId, format } = request;
    const language = isPerLanguage(format) ? request.language : 'mul';
    const [row] = isId(reportId)
      ? await this.database.query<{ fileId: string; sha256: string }>(
          `select g.file_id as "fileId", encode(g.sha256, 'hex') as sha256
             from report_rendering g
             join report r on r.id = g.report_id
             join discussion s on s.id = r.discussion_id
             join procedure p on p.id = s.procedure_id
            where g.report_id = $1 and g.format = $2 and g.language = $3
              and (r.state = 'PUBLISHED' or p.developer_id = $4 and r.state <> 'RENDERING')`,
          [reportId, format, language, actor.kind === 'officer' ? actor.bodyId : null],
        )
      : [];
    if (!row) throw new DomainError('not-found', 'there is no such document', { ...request });
    const { stream, ...file } = await this.files.open(row.fileId);
    return { ...file, stream: checkedStream(stream, row.sha256) };
  }
}
