import { writeCsv } from '#lib/documents';
import { Colleagues } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { LedgerEntries, type ReadEntry } from '#lib/ledger';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { download } from '../../../request/download.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { actorWords, actWords, officersAmong } from './act-words.js';
import { AuditFilters } from './audit-filters.js';

/** Members of an entry as it is hashed have its own names. */
const header = ['sequence', 'at', 'act', 'act_words', 'actor', 'actor_words', 'subject_kind', 'subject_id'];
const rest = ['data', 'id', 'hash'];

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/audit/file`)
export class AuditFilePage {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly colleagues: Colleagues,
    private readonly filters: AuditFilters,
  ) {}

  /** The entries of the filter, read while they are sent. */
  @Get()
  @May('audit.read')
  async save(
    @Visit() visit: PageVisit,
    @Officer() officer: OfficerActor,
    @Query() query: unknown,
  ): Promise<StreamableFile> {
    const { filter, errors } = await this.filters.of(new Form(query), visit, officer);
    if (!errors.isEmpty) throw new DomainError('invalid-input', errors.summary.map(({ text }) => text).join('; '));
    const rows = this.rows(this.entries.all(filter, officer), visit);
    const content = writeCsv({ header: [...header, ...rest], rows, byteOrderMark: true });
    return download({ name: 'ledger.csv', mediaType: 'text/csv; charset=utf-8', content });
  }

  private async *rows(entries: AsyncIterable<ReadEntry>, { t }: PageVisit): AsyncGenerator<(string | number | null)[]> {
    const names = new Map<string, string>();
    for await (const entry of entries) {
      const unknown = officersAmong([entry.actor]).filter((id) => !names.has(id));
      if (unknown.length > 0) for (const [id, name] of await this.colleagues.namesOf(unknown)) names.set(id, name);
      const { sequence, at, act, actor, subjectKind, subjectId, data, id, hash } = entry;
      const who = actorWords(actor, names, t);
      yield [sequence, at, act, actWords(act, t), actor, who, subjectKind, subjectId, data, id, hash];
    }
  }
}
