import { createHash } from 'node:crypto';
import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, canonicalJson, DomainError, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { checkRegister } from '../domain/register-check.js';
import type { RegisterFault } from '../domain/register-fault.js';
import { countsOf, type PlannedRow, planRegister, type RowCounts } from '../domain/register-plan.js';
import { readRegisterRow, type RegisterRow } from '../domain/register-row.js';
import { RegisterStore } from '../persistence/register-store.js';
import { readCsvRegister } from '../reading/csv-register.js';
import { readJsonRegister } from '../reading/json-register.js';
import type { RegisterFile, RegisterFileFormat } from '../reading/register-file.js';

export interface ImportRegisterInput {
  /** The text of the file. */
  readonly text: string;
  readonly format: RegisterFileFormat;
  /** Tell what would happen, and change nothing. */
  readonly isDryRun?: boolean;
  /** Of the dry run that was looked at: import only what it told. */
  readonly seen?: string;
}

export interface RegisterImport {
  readonly isDryRun: boolean;
  /** In a dry run alone: otherwise a fault refuses the file. */
  readonly faults: readonly RegisterFault[];
  readonly bodies: RowCounts;
  readonly services: RowCounts;
  readonly sections: RowCounts;
  /** What each readable row does, in the order of the file. */
  readonly rows: readonly PlannedRow[];
  /** Stands for what was told: the same file before the same register has the same. */
  readonly seen: string;
}

export class RegisterNotImported extends DomainError {
  constructor(faults: readonly RegisterFault[]) {
    super('import-refused', `the register file has ${faults.length} faults; nothing was imported`, { faults });
  }
}

/** Between the dry run and the import somebody changed the register. */
export class RegisterChanged extends DomainError {
  constructor() {
    super('conflict', 'the register is no longer as the dry run saw it; nothing was imported');
  }
}

@Injectable()
export class ImportRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: RegisterStore,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Brings state bodies, services and sections of a CSV or JSON file into the register, by code: new ones are added, known ones are
   * changed, none is removed. All rows or none. A dry run gives the faults and what each row would do (R4, R5, REQ-01, REQ-12).
   * @throws NotAllowed unless an administrator or the system acts
   * @throws RegisterNotImported naming every faulty row with its line and reason
   * @throws RegisterChanged when `seen` is of another dry run
   */
  async execute(input: ImportRegisterInput, actor: Actor): Promise<RegisterImport> {
    requireRole(actor, 'administrator');
    const reading = readRows(input.format === 'csv' ? readCsvRegister(input.text) : readJsonRegister(input.text));
    return this.transactions.run(async (tx) => {
      await this.store.lock(tx);
      const plan = await this.plan(tx, reading, input);
      if (input.isDryRun === true) return plan;
      if (plan.faults.length > 0) throw new RegisterNotImported(plan.faults);
      if (input.seen !== undefined && input.seen !== plan.seen) throw new RegisterChanged();
      await this.carryOut(tx, reading.rows, plan, { text: input.text, actor });
      return plan;
    });
  }

  private async plan(
    tx: Transaction,
    { rows, faults }: Reading,
    { text, isDryRun }: ImportRegisterInput,
  ): Promise<RegisterImport> {
    const all = [...faults, ...checkRegister(rows, await this.store.knownBodies(tx))].toSorted(byLine);
    const planned = planRegister(rows, await this.store.known(tx, partsOf(rows)));
    return {
      isDryRun: isDryRun === true,
      faults: all,
      bodies: countsOf(planned, 'body'),
      services: countsOf(planned, 'service'),
      sections: countsOf(planned, 'section'),
      rows: planned,
      seen: sha256(canonicalJson({ file: sha256(text), planned, faults: all })),
    };
  }

  private async carryOut(
    tx: Transaction,
    rows: readonly RegisterRow[],
    { bodies, services, sections }: RegisterImport,
    { text, actor }: { readonly text: string; readonly actor: Actor },
  ): Promise<void> {
    const parts = partsOf(rows);
    await this.store.upsertBodies(tx, parts.bodies);
    await this.store.upsertServices(tx, parts.services);
    await this.store.upsertSections(tx, parts.sections);
    await this.ledger.record(tx, {
      actor,
      act: 'register.imported',
      subject: { kind: 'register', id: newId() },
      data: { file: sha256(text), bodies, services, sections },
    });
  }
}

interface Reading {
  readonly rows: readonly RegisterRow[];
  readonly faults: readonly RegisterFault[];
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const byLine = (a: RegisterFault, b: RegisterFault): number => a.line - b.line;

const partsOf = (rows: readonly RegisterRow[]) => ({
  bodies: rows.flatMap((row) => (row.type === 'body' ? [row.body] : [])),
  services: rows.flatMap((row) => (row.type === 'service' ? [row.service] : [])),
  sections: rows.flatMap((row) => (row.type === 'section' ? [row.section] : [])),
});

function readRows(file: RegisterFile): Reading {
  const rows: RegisterRow[] = [];
  const faults = [...file.faults];
  for (const record of file.records) {
    const reading = readRegisterRow(record);
    if ('row' in reading) rows.push(reading.row);
    else faults.push(...reading.faults);
  }
  return { rows, faults };
}
