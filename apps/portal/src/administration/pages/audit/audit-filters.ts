import { RemarkByNumber } from '#lib/discussion';
import { Officials } from '#lib/identity';
import { DomainError, isId, isLegalDay, type LegalDay, pageRequest } from '#lib/kernel';
import { actorKinds, type EntryFilter, ledgerActs } from '#lib/ledger';
import { OFFICE_ZONE } from '#lib/localisation';
import { dayPlus, startOfLocalDay } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { typedDay } from '../../../pages-kit/typed-day.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';

/** What was typed, to be shown again and to be written into addresses. */
export const filterNames = ['act', 'who', 'official', 'about', 'from', 'to'] as const;
export type TypedFilter = Readonly<Record<(typeof filterNames)[number], string>>;

export interface AskedFilter {
  readonly typed: TypedFilter;
  readonly filter: EntryFilter;
  readonly errors: FormErrors;
}

const MOST = 200;

/** The filter of the audit as it stands in an address. */
@Injectable()
export class AuditFilters {
  constructor(
    private readonly officials: Officials,
    private readonly remarks: RemarkByNumber,
  ) {}

  async of(form: Form, visit: PageVisit, officer: OfficerActor): Promise<AskedFilter> {
    const typed = typedIn(form);
    const errors = new FormErrors();
    const subjectId = typed.about === '' ? undefined : await this.subjectOf(typed.about);
    if (typed.about !== '' && subjectId === undefined) errors.add('about', visit.t('audit.about-what-wrong'));
    const act = ledgerActs.find((each) => each === typed.act);
    const kind = actorKinds.find((each) => each === typed.who);
    const filter: EntryFilter = {
      ...(act ? { act } : {}),
      ...(kind ? { kind } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(typed.official ? { officerIds: await this.officersLike(typed.official, officer) } : {}),
      ...daysOf(typed, errors, visit),
    };
    return { typed, filter, errors };
  }

  private async subjectOf(about: string): Promise<string | undefined> {
    if (isId(about)) return about;
    try {
      return (await this.remarks.public(about)).id;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  /** All of them: an audit that leaves acts out says nothing. */
  private async officersLike(words: string, officer: OfficerActor): Promise<string[]> {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await this.officials.list(pageRequest(100, after), words, officer);
      ids.push(...items.map(({ id }) => id));
      after = next;
    } while (after !== undefined);
    return ids;
  }
}

const typedIn = (form: Form): TypedFilter => {
  const text = (name: keyof TypedFilter) => form.text(name).slice(0, MOST).replaceAll('\0', '');
  return {
    act: text('act'),
    who: text('who'),
    official: text('official'),
    about: text('about'),
    from: text('from'),
    to: text('to'),
  };
};

/** The days as the officials' country counts them. */
function daysOf(typed: TypedFilter, errors: FormErrors, { t }: PageVisit): Pick<EntryFilter, 'from' | 'before'> {
  const day = (name: 'from' | 'to'): LegalDay | undefined => {
    const written = typedDay(typed[name]);
    if (written !== '' && !isReadable(written)) errors.add(name, t('audit.day-wrong'));
    return isReadable(written) ? written : undefined;
  };
  const [first, last] = [day('from'), day('to')];
  if (first && last && last < first) errors.add('to', t('audit.days-crossed'));
  return {
    ...(first ? { from: startOfLocalDay(first, OFFICE_ZONE) } : {}),
    ...(last ? { before: startOfLocalDay(dayPlus(last, 1), OFFICE_ZONE) } : {}),
  };
}

const isReadable = (written: string): written is LegalDay =>
  isLegalDay(written) && written > '1900' && written < '2200';

/** The filter as the query of an address, without what was not typed. */
export function queryOf(typed: TypedFilter): string {
  const query = new URLSearchParams();
  for (const name of filterNames) if (typed[name]) query.set(name, typed[name]);
  return query.toString();
}
