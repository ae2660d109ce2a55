import type { Neighbours } from '#lib/consideration';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import type { DecisionFieldsModel } from '../answer/decision-fields.js';
import type { RemarkReading } from './remark-reading.js';

/** What the page of a remark is made of. */
export interface RemarkFacts {
  readonly visit: PageVisit;
  readonly reading: RemarkReading;
  readonly officer: OfficerActor;
  /** The point the form is about, from 1. */
  readonly point: number;
  readonly fields: DecisionFieldsModel;
  readonly errors?: FormErrors;
  readonly done: string | null;
  readonly neighbours: Neighbours;
  /** The query of the queue. */
  readonly queue: string;
  readonly note?: { readonly note: string; readonly mentions: readonly string[] };
}
